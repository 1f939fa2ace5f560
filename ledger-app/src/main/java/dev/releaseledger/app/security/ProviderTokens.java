package dev.releaseledger.app.security;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Callers;
import dev.releaseledger.app.access.ProviderUnreachable;
import dev.releaseledger.app.settings.LedgerSettings;
import java.util.Collection;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/** The tokens of the identity provider, where there is one: who they vouch for. */
@Component
class ProviderTokens {

  private final LedgerSettings.Oidc settings;
  private final Callers callers;
  // The provider is asked for its keys when the first token comes, so that either may start first.
  private final JwtDecoder decoder;

  ProviderTokens(LedgerSettings settings, Callers callers) {
    this.settings = settings.oidc();
    this.callers = callers;
    this.decoder = new SupplierJwtDecoder(this::discover);
  }

  Caller caller(String token) {
    if (!settings.isOn()) {
      throw new InvalidBearerTokenException("no token of the ledger");
    }
    Jwt jwt = decode(token);
    String subject = jwt.getSubject();
    if (subject == null || subject.isBlank()) {
      throw new InvalidBearerTokenException("the token names no subject");
    }
    String told = jwt.getClaimAsString(settings.nameClaim());
    return callers.ofSubject(
        settings.issuer(),
        subject,
        told == null || told.isBlank() ? subject : told,
        groups(jwt),
        jwt.getExpiresAt());
  }

  private Jwt decode(String token) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException e) {
      throw new InvalidBearerTokenException("the provider's token is worth nothing", e);
    } catch (JwtException | JwtDecoderInitializationException e) {
      throw new ProviderUnreachable(settings.issuer(), e);
    }
  }

  private JwtDecoder discover() {
    NimbusJwtDecoder found = NimbusJwtDecoder.withIssuerLocation(settings.issuer()).build();
    found.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(),
            new JwtIssuerValidator(settings.issuer()),
            new JwtAudienceValidator(settings.audience())));
    return found;
  }

  private Collection<String> groups(Jwt jwt) {
    return switch (jwt.getClaims().get(settings.groupsClaim())) {
      case Collection<?> many -> many.stream().map(String::valueOf).toList();
      case String one -> List.of(one);
      case null, default -> List.of();
    };
  }
}
