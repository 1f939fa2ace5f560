package dev.releaseledger.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One HTTP answer, and the only place that decides whether it is a result or a problem. */
record Answer(int status, @Nullable String ledgerPosition, String body) {

  OptionalLong position() {
    return ledgerPosition != null && ledgerPosition.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(ledgerPosition))
        : OptionalLong.empty();
  }

  JsonNode bodyOrProblem(String server, boolean tokenSent) {
    JsonNode document = document();
    if (isResult() && document != null) {
      return document;
    }
    throw problem(document, server, tokenSent);
  }

  String textOrProblem(String server, boolean tokenSent) {
    if (isResult()) {
      return body;
    }
    throw problem(document(), server, tokenSent);
  }

  private boolean isResult() {
    return status >= 200 && status < 300;
  }

  private LedgerProblem problem(@Nullable JsonNode document, String server, boolean tokenSent) {
    if (document instanceof ObjectNode problem && problem.has("type") && problem.has("title")) {
      return new LedgerProblem(new Problem(problem));
    }
    return new LedgerProblem(status == 401 ? unauthorized(server, tokenSent) : unexpected(server));
  }

  private @Nullable JsonNode document() {
    if (body.isBlank()) {
      return Json.object();
    }
    try {
      return Json.read(body);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static Problem unauthorized(String server, boolean tokenSent) {
    return Problem.of(
        "unauthenticated",
        "unauthorized",
        "The service does not know who is asking",
        tokenSent
            ? server + " does not accept the token."
            : "No token was found to send to " + server + ".",
        "Give a token with LEDGER_TOKEN, --token or `ledgerctl context set --token TOKEN`; an"
            + " admin makes one with `ledgerctl token create`.");
  }

  private Problem unexpected(String server) {
    boolean gateway = status >= 502 && status <= 504;
    return Problem.of(
        "unexpected-answer",
        gateway ? "unreachable" : "fault",
        "That was not an answer of a Release Ledger service",
        server + " answered with HTTP status " + status + " and no ledger document.",
        "Check that --server, LEDGER_SERVER or the context names the ledger's own address.");
  }
}
