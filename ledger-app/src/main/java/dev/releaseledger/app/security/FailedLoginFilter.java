package dev.releaseledger.app.security;

import dev.releaseledger.app.access.TooManyCalls;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops looking at the tokens from an address that has shown too many that are worth nothing. */
final class FailedLoginFilter extends OncePerRequestFilter {

  private final RateLimit limit;
  private final AuthenticationEntryPoint refuse;

  FailedLoginFilter(RateLimit limit, AuthenticationEntryPoint refuse) {
    this.limit = limit;
    this.refuse = refuse;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      chain.doFilter(request, response);
      return;
    }
    String address = request.getRemoteAddr();
    Duration pause = limit.wait(address);
    if (pause.isPositive()) {
      refuse.commence(
          request,
          response,
          new TooManyCalls(
              "Too many calls with tokens that are worth nothing came from %s.".formatted(address),
              pause));
      return;
    }
    chain.doFilter(request, response);
    if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
      limit.take(address);
    }
  }
}
