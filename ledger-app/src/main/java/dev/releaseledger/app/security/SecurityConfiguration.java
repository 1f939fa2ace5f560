package dev.releaseledger.app.security;

import dev.releaseledger.app.access.AccessTokens;
import dev.releaseledger.app.access.Authorization;
import dev.releaseledger.app.access.Callers;
import dev.releaseledger.app.access.Denied;
import dev.releaseledger.app.settings.LedgerSettings;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Bearer tokens in front of everything but health and the way to a login. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** The ledger's own tokens by what they begin with, all others by their provider's signature. */
  @Bean
  AuthenticationManager bearers(Callers callers, ProviderTokens provider) {
    return authentication -> {
      String token = ((BearerTokenAuthenticationToken) authentication).getToken();
      return new CallerAuthentication(
          token.startsWith(AccessTokens.PREFIX)
              ? callers
                  .ofToken(token)
                  .orElseThrow(() -> new InvalidBearerTokenException("it is worth nothing"))
              : provider.caller(token));
    };
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      AuthenticationManager bearers,
      Authorization authorization,
      AuthenticationEntryPoint unauthenticated,
      AccessDeniedHandler denied,
      LedgerSettings settings)
      throws Exception {
    LedgerSettings.Limits limits = settings.limits();
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/api/v1/health", "/api/v1/login")
                .permitAll()
                .anyRequest()
                .access(scoped(authorization)))
        .exceptionHandling(
            e -> e.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied))
        .oauth2ResourceServer(server ->
            server
                .bearerTokenResolver(new FeedPasswords())
                .authenticationEntryPoint(unauthenticated)
                .accessDeniedHandler(denied)
                .authenticationManagerResolver((HttpServletRequest request) -> bearers))
        .addFilterBefore(
            new FailedLoginFilter(
                new RateLimit(limits.failedLogins(), TimeMeter.SYSTEM_NANOTIME), unauthenticated),
            BearerTokenAuthenticationFilter.class)
        .addFilterAfter(
            new CallFilter(
                new RateLimit(limits.calls(), TimeMeter.SYSTEM_NANOTIME), unauthenticated),
            BearerTokenAuthenticationFilter.class)
        .build();
  }

  private static AuthorizationManager<RequestAuthorizationContext> scoped(Authorization judge) {
    return (authentication, context) -> {
      HttpServletRequest request = context.getRequest();
      if (!(authentication.get() instanceof CallerAuthentication call)) {
        return new AuthorizationDecision(false);
      }
      return judge
          .refusal(
              call.getPrincipal(),
              HttpMethod.valueOf(request.getMethod()),
              PathContainer.parsePath(request.getRequestURI()))
          .<AuthorizationResult>map(Denied::new)
          .orElseGet(() -> new AuthorizationDecision(true));
    };
  }
}
