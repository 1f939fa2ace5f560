package dev.releaseledger.cli.acceptance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A real OpenID provider: Spring Authorization Server, with two people, a service and a browser.
 */
final class OpenIdProvider implements AutoCloseable {

  static final String AUDIENCE = "release-ledger";
  static final String CLIENT = "ledgerctl";
  private static final String PASSWORD = "correct-horse";

  private final HttpClient http = HttpClient.newHttpClient();
  private final AnnotationConfigServletWebServerApplicationContext context =
      new AnnotationConfigServletWebServerApplicationContext();

  private OpenIdProvider() {
    context.register(Provider.class);
    context.refresh();
  }

  static OpenIdProvider start() {
    return new OpenIdProvider();
  }

  String issuer() {
    return "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort();
  }

  /** What a person does in a browser: logs in and enters the code. */
  void enter(String userCode, String person) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(
                    URI.create(issuer() + "/oauth2/device_verification?user_code=" + userCode))
                .header("Authorization", basic(person, PASSWORD)));
    if (answer.statusCode() >= 400) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  /** A token of a service that has an identity here: {@code robot}, or {@code stranger}. */
  String tokenOf(String service) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(issuer() + "/oauth2/token"))
                .header("Authorization", basic(service, service))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
    return answer.body().replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
  }

  @Override
  public void close() {
    context.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String basic(String user, String password) {
    byte[] bytes = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  /** The provider itself; no configuration class, so that no other context picks it up. */
  @EnableWebSecurity
  static class Provider {

    @Bean
    TomcatServletWebServerFactory webServer() {
      TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
      // Filters answer everything, and only run where some servlet would.
      tomcat.setRegisterDefaultServlet(true);
      return tomcat;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, RegisteredClientRepository clients)
        throws Exception {
      return http.with(
              new OAuth2AuthorizationServerConfigurer(),
              server ->
                  server
                      .oidc(Customizer.withDefaults())
                      .deviceAuthorizationEndpoint(Customizer.withDefaults())
                      .deviceVerificationEndpoint(Customizer.withDefaults())
                      .clientAuthentication(authentication ->
                          authentication
                              .authenticationConverter(Provider::publicClient)
                              .authenticationProviders(all -> all.addFirst(known(clients)))))
          .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .httpBasic(Customizer.withDefaults())
          .build();
    }

    /** A client without a secret, which asks for a person's login at another device. */
    private static @Nullable Authentication publicClient(HttpServletRequest request) {
      String client = request.getParameter("client_id");
      return client == null || request.getHeader("Authorization") != null
          ? null
          : new OAuth2ClientAuthenticationToken(
              client, ClientAuthenticationMethod.NONE, null, null);
    }

    private static AuthenticationProvider known(RegisteredClientRepository clients) {
      return new AuthenticationProvider() {
        @Override
        public @Nullable Authentication authenticate(Authentication authentication) {
          OAuth2ClientAuthenticationToken token = (OAuth2ClientAuthenticationToken) authentication;
          RegisteredClient client = clients.findByClientId(token.getPrincipal().toString());
          return client == null
                  || !token.getClientAuthenticationMethod().equals(ClientAuthenticationMethod.NONE)
              ? null
              : new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
        }

        @Override
        public boolean supports(Class<?> type) {
          return OAuth2ClientAuthenticationToken.class.isAssignableFrom(type);
        }
      };
    }

    @Bean
    RegisteredClientRepository clients() {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId(CLIENT)
              .clientId(CLIENT)
              .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
              .authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
              .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
              .scope("profile")
              .tokenSettings(
                  TokenSettings.builder()
                      .accessTokenTimeToLive(Duration.ofMinutes(5))
                      .reuseRefreshTokens(false)
                      .build())
              .build(),
          service("robot"),
          service("stranger"));
    }

    private static RegisteredClient service(String name) {
      return RegisteredClient.withId(name)
          .clientId(name)
          .clientSecret("{noop}" + name)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
          .build();
    }

    @Bean
    OAuth2AuthorizationConsentService consents() {
      return new InMemoryOAuth2AuthorizationConsentService(
          List.of(consent("ada"), consent("grace")));
    }

    private static OAuth2AuthorizationConsent consent(String person) {
      return OAuth2AuthorizationConsent.withId(CLIENT, person).scope("profile").build();
    }

    @Bean
    UserDetailsService people() {
      return new InMemoryUserDetailsManager(person("ada"), person("grace"));
    }

    private static UserDetails person(String name) {
      return User.withUsername(name).password("{noop}" + PASSWORD).roles("USER").build();
    }

    /** Ada is a database administrator at the provider; the stranger's tokens are for another. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
      return context -> {
        String name = Objects.requireNonNull(context.<Authentication>getPrincipal()).getName();
        context
            .getClaims()
            .audience(List.of(name.equals("stranger") ? "another-program" : AUDIENCE))
            .claim("preferred_username", name)
            .claim("groups", name.equals("ada") ? List.of("/platform/dba") : List.of());
      };
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
      return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID("k1").generate()));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }
  }
}
