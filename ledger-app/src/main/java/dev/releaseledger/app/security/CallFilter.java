package dev.releaseledger.app.security;

import dev.releaseledger.app.access.TooManyCalls;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one token from taking all of the service's time. */
final class CallFilter extends OncePerRequestFilter {

  private final RateLimit limit;
  private final AuthenticationEntryPoint refuse;

  CallFilter(RateLimit limit, AuthenticationEntryPoint refuse) {
    this.limit = limit;
    this.refuse = refuse;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof CallerAuthentication call) {
      Duration pause = limit.take(call.getPrincipal().credential());
      if (pause.isPositive()) {
        refuse.commence(
            request,
            response,
            new TooManyCalls("%s calls too often.".formatted(call.getPrincipal().name()), pause));
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
