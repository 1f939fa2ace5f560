package dev.releaseledger.app.rest;

import dev.releaseledger.app.port.Projections;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a reader wait for its own write: views are read once they have reached a position. */
@Component
class PositionFilter extends OncePerRequestFilter {

  /** The request header with the position that views must have reached. */
  static final String AWAIT = "Ledger-Await-Position";

  /** The response header with the position of what a command recorded. */
  static final String POSITION = "Ledger-Position";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Projections progress;

  PositionFilter(Projections progress) {
    this.progress = progress;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String position = request.getHeader(AWAIT);
    if (position != null && position.matches("\\d{1,18}")) {
      progress.await(Long.parseLong(position), PATIENCE);
    }
    chain.doFilter(request, response);
  }
}
