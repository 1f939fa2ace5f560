package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Writes one step of a plan: its SQL, who waits for it, what it costs, its undo, its findings. */
final class StepLines {

  private StepLines() {}

  static void write(JsonNode step, List<LockTaken> locks, JsonNode connection, Page page) {
    Style style = page.style();
    page.line(
        style.bold(Words.of(step, "number") + ". " + Words.of(step, "summary"))
            + "  ["
            + labels(step, style)
            + "]");
    Page body = page.in();
    body.in().line(Words.of(step, "sql"));
    new Fields()
        .with(
            "lock",
            locks.isEmpty()
                ? "none"
                : locks.stream().map(LockTaken::sentence).collect(joining("\n")))
        .with("limits", limits(step))
        .with("work", StepWords.work(step))
        .with("table", Tables.of(connection).of(step, locks).sentences())
        .with("rows", StepWords.checks(step, connection))
        .with("rehearsed", StepWords.rehearsed(step))
        .with("undo", undo(step, style))
        .write(body);
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

  private static String limits(JsonNode step) {
    long lock = step.path("lockTimeoutMillis").asLong();
    long statement = step.path("statementTimeoutMillis").asLong();
    int attempts = step.path("attempts").asInt();
    return Words.sentence(
        lock == 0 ? "" : "waits at most " + Words.millis(lock) + " for a lock",
        statement == 0 ? "" : "runs at most " + Words.millis(statement),
        attempts <= 1 ? "" : "is tried at most " + attempts + " times");
  }

  private static String undo(JsonNode step, Style style) {
    String undo = Words.of(step, "undo").strip();
    String mark = StepWords.mark(step);
    if (undo.isEmpty()) {
      String why = Words.of(step, "irreversible");
      return style.warning("none") + ", " + (why.isEmpty() ? "this step cannot be undone" : why);
    }
    return mark.isEmpty() ? undo : undo + "\n" + style.dim(mark);
  }
}
