package dev.releaseledger.app.security;

import dev.releaseledger.app.access.AccessTokens;
import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Permissions;
import dev.releaseledger.app.access.Role;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Bearer tokens in front of everything but health. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** The attribute of an authenticated principal that holds its {@link Caller}. */
  static final String CALLER = "caller";

  @Bean
  OpaqueTokenIntrospector introspector(AccessTokens tokens) {
    return token -> {
      Caller caller =
          tokens
              .verify(token)
              .orElseThrow(() -> new BadOpaqueTokenException("the token is not known, or revoked"));
      return new DefaultOAuth2AuthenticatedPrincipal(
          caller.actor(),
          Map.of(CALLER, caller),
          List.of(new SimpleGrantedAuthority("ROLE_" + caller.role())));
    };
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      OpaqueTokenIntrospector introspector,
      AuthenticationEntryPoint unauthenticated,
      AccessDeniedHandler denied)
      throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> {
          requests.requestMatchers("/api/v1/health").permitAll();
          for (Permissions.Permission permission : Permissions.table()) {
            requests
                .requestMatchers(permission.method(), permission.path())
                .hasAnyRole(permission.roles().stream().map(Role::name).toArray(String[]::new));
          }
          requests.anyRequest().hasRole(Role.ADMIN.name());
        })
        .exceptionHandling(
            e -> e.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied))
        .oauth2ResourceServer(server ->
            server
                .authenticationEntryPoint(unauthenticated)
                .accessDeniedHandler(denied)
                .opaqueToken(opaque -> opaque.introspector(introspector)))
        .build();
  }
}
