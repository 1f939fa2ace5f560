package dev.releaseledger.app.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says no to callers without a token, or with one that is not enough. */
@Component
class Unauthenticated implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final JsonMapper json;

  Unauthenticated(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(
        response,
        Problems.problem(
            "unauthenticated",
            HttpStatus.UNAUTHORIZED,
            "The call carries no token, or one that is not known or was revoked.",
            "Give a token with --token, LEDGER_TOKEN or ledgerctl context set --token.",
            "unauthorized"));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
      throws IOException {
    write(
        response,
        Problems.problem(
            "forbidden",
            HttpStatus.FORBIDDEN,
            "The token's role does not allow this.",
            "Ask somebody whose role allows it; docs/permissions.md has the table.",
            "forbidden"));
  }

  private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
