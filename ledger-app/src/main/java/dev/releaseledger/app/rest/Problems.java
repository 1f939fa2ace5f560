package dev.releaseledger.app.rest;

import dev.releaseledger.app.port.Ids;
import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.domain.policy.Refusal.Category;
import dev.releaseledger.domain.policy.Refused;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** The one place where a no becomes problem+json (RFC 9457). */
@RestControllerAdvice
class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final Ids ids;

  Problems(Ids ids) {
    this.ids = ids;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refused refused) {
    return answer(of(refused.refusal()));
  }

  /** Who has gone away in the middle of an answer is told nothing more. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException exception) {
    LOG.debug("A caller is gone", exception);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> fault(Exception exception) {
    if (exception instanceof ErrorResponse known) {
      ProblemDetail problem = known.getBody();
      boolean missing = known.getStatusCode().value() == HttpStatus.NOT_FOUND.value();
      problem.setType(URI.create(missing ? "/problems/unknown-path" : "/problems/invalid-request"));
      problem.setProperty("category", missing ? "not_found" : "invalid");
      problem.setProperty("remedy", "See the API's description at /api/v1/openapi.");
      return answer(problem);
    }
    if (exception instanceof HttpMessageNotReadableException) {
      return answer(invalid("The request body is not the JSON that is expected here."));
    }
    if (exception instanceof TypeMismatchException mismatch) {
      return answer(
          invalid("%s cannot be '%s'.".formatted(mismatch.getPropertyName(), mismatch.getValue())));
    }
    String faultId = ids.next("flt_");
    LOG.error("Fault {}", faultId, exception);
    ProblemDetail problem =
        problem(
            "fault",
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong inside the service; it is logged as %s.".formatted(faultId),
            "Look for %s in the service's log.".formatted(faultId),
            "fault");
    problem.setProperty("faultId", faultId);
    return answer(problem);
  }

  private static ProblemDetail invalid(String detail) {
    return problem(
        "invalid-request",
        HttpStatus.BAD_REQUEST,
        detail,
        "See the API's description at /api/v1/openapi.",
        "invalid");
  }

  static ProblemDetail of(Refusal refusal) {
    ProblemDetail problem =
        problem(
            refusal.slug(),
            statusOf(refusal.category()),
            refusal.detail(),
            refusal.remedy(),
            refusal.category().word());
    refusal.extras().forEach(problem::setProperty);
    return problem;
  }

  static ProblemDetail problem(
      String slug, HttpStatusCode status, String detail, String remedy, String category) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("/problems/" + slug));
    String words = slug.replace('-', ' ');
    problem.setTitle(Character.toUpperCase(words.charAt(0)) + words.substring(1));
    problem.setProperty("remedy", remedy);
    problem.setProperty("category", category);
    return problem;
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .body(problem);
  }

  private static HttpStatus statusOf(Category category) {
    return switch (category) {
      case INVALID -> HttpStatus.BAD_REQUEST;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case REFUSED, WAITING, STALE, DRIFT -> HttpStatus.CONFLICT;
      case UNREACHABLE -> HttpStatus.BAD_GATEWAY;
    };
  }
}
