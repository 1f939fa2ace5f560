package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** Writes which statement failed, why, and what it has left behind. */
final class FailureLines {

  private FailureLines() {}

  /** Writes a failure; nothing where there is none. */
  static void write(JsonNode failure, Page page) {
    if (!failure.isObject()) {
      return;
    }
    String sqlState = Words.of(failure, "sqlState");
    page.line(
        page.style().bad("failed")
            + " at step "
            + Words.of(failure, "step")
            + " of connection "
            + Words.of(failure, "connection")
            + ": "
            + Words.of(failure, "message")
            + (sqlState.isEmpty() ? "" : " (SQLSTATE " + sqlState + ")"));
    page.in().line(Words.of(failure, "sql"));
    if (failure.path("step").asInt() > 0 && failure.hasNonNull("rolledBack")) {
      page.line(left(failure.path("rolledBack").asBoolean(), failure.path("takenBack")));
    }
  }

  private static String left(boolean nothing, JsonNode takenBack) {
    if (!nothing) {
      return "Not all of it was rolled back; look at what it has left behind.";
    }
    return takenBack.isEmpty()
        ? "Its transaction was rolled back."
        : StreamSupport.stream(takenBack.spliterator(), false)
            .map(JsonNode::asText)
            .collect(
                joining(
                    ", ",
                    "It was rolled back, and what its change had done before was taken back (step ",
                    ")."));
  }
}
