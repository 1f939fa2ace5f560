package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes one step of a plan: its summary and risk, its SQL, its cost, its undo, its findings. */
final class StepLines {

  private StepLines() {}

  static void write(JsonNode step, Page page) {
    Style style = page.style();
    page.line(
        style.bold(Words.of(step, "number") + ". " + Words.of(step, "summary"))
            + "  ["
            + labels(step, style)
            + "]");
    Page body = page.in();
    body.in().line(Words.of(step, "sql"));
    new Fields().with("lock", lock(step)).with("undo", undo(step, style)).write(body);
    for (JsonNode finding : step.path("findings")) {
      PlanPage.finding(finding, body);
    }
  }

  private static String labels(JsonNode step, Style style) {
    String requires = Words.of(step, "requires");
    return style.risk(Words.of(step, "risk"))
        + (step.path("destructive").asBoolean() ? ", " + style.bad("destructive") : "")
        + (requires.isEmpty() ? "" : ", " + style.bad("requires " + requires));
  }

  private static String lock(JsonNode step) {
    String lock = Words.of(step, "lock");
    return (lock.isEmpty() ? "none" : lock)
        + timeout(step, "lockTimeoutMillis", ", waits at most ")
        + timeout(step, "statementTimeoutMillis", ", runs at most ");
  }

  private static String timeout(JsonNode step, String field, String words) {
    long millis = step.path(field).asLong();
    return millis == 0 ? "" : words + Words.millis(millis);
  }

  private static String undo(JsonNode step, Style style) {
    String undo = Words.of(step, "undo");
    return undo.isEmpty()
        ? style.warning("none") + ", " + orUnexplained(Words.of(step, "irreversible"))
        : undo.strip().replace("\n", " ");
  }

  private static String orUnexplained(String reason) {
    return reason.isEmpty() ? "this step cannot be undone" : reason;
  }
}
