package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Denied;
import dev.releaseledger.app.access.FeedPaths;
import dev.releaseledger.app.access.ProviderUnreachable;
import dev.releaseledger.app.access.TooManyCalls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
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
    switch (exception) {
      case TooManyCalls e -> tooMany(response, e);
      case ProviderUnreachable e ->
          write(
              response,
              Problems.problem(
                  "provider-unreachable",
                  HttpStatus.BAD_GATEWAY,
                  "The identity provider does not answer, and without its keys nobody knows what"
                      + " the token is worth.",
                  "Try again when it answers, or use a token of the ledger's own.",
                  "unreachable"));
      default -> {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        if (FeedPaths.include(request.getRequestURI())) {
          response.addHeader(
              HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Release Ledger\", charset=\"UTF-8\"");
        }
        write(
            response,
            Problems.problem(
                "unauthenticated",
                HttpStatus.UNAUTHORIZED,
                "The call carries no token, or one that is not known, has expired or was revoked.",
                "Log in with ledgerctl login, or give a token with --token, LEDGER_TOKEN or"
                    + " ledgerctl context set --token.",
                "unauthorized"));
      }
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
      throws IOException {
    if (exception instanceof AuthorizationDeniedException denied
        && denied.getAuthorizationResult() instanceof Denied no) {
      write(response, Problems.of(no.refusal()));
      return;
    }
    write(
        response,
        Problems.problem(
            "forbidden",
            HttpStatus.FORBIDDEN,
            "This is not allowed.",
            "docs/permissions.md has the table of who may do what.",
            "forbidden"));
  }

  private void tooMany(HttpServletResponse response, TooManyCalls exception) throws IOException {
    long seconds = Math.max(1, exception.pause().plusMillis(999).toSeconds());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    write(
        response,
        Problems.problem(
            "too-many-requests",
            HttpStatus.TOO_MANY_REQUESTS,
            exception.detail(),
            "Wait %d s, and then call less often.".formatted(seconds),
            "limited"));
  }

  private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
