package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** Writes the record of a change for the terminal. */
public final class ChangeRecordPage {

  private ChangeRecordPage() {}

  /** Writes the record: what it was, who decided, what ran, and how it got there. */
  public static void write(JsonNode record, Page page) {
    Style style = page.style();
    page.line(
        style.bold("Change " + Words.of(record, "id"))
            + " of "
            + Words.place(record)
            + ": "
            + Words.of(record, "status")
            + " ("
            + style.status(Words.of(record, "rolloutStatus"))
            + ")");
    facts(record, page);
    record
        .path("outcome")
        .path("open")
        .forEach(open -> page.in().line(style.warning("to do") + "  " + open.asText()));
    steps(record, page);
    lines(
        page,
        record,
        "approvals",
        it -> "approved" + (it.path("stands").asBoolean() ? "" : ", taken back"),
        "reason");
    lines(page, record, "decisions", it -> Words.of(it, "decision"), "reason");
    lines(page, record, "waivers", it -> "waived " + Words.of(it, "gate"), "reason");
    lines(page, record, "tickets", it -> Words.of(it, "kind"), "reference");
    lines(
        page,
        record,
        "tests",
        it -> (it.path("passed").asBoolean() ? "passed " : "failed ") + Words.of(it, "kind"),
        "note");
    lines(page, record, "notes", it -> Words.of(it, "kind"), "text");
    lines(page, record, "comments", _ -> "said", "comment");
    gates(record.path("gates"), page);
    lines(page, record, "failures", it -> "failed at step " + Words.of(it, "step"), "message");
    lines(
        page,
        record,
        "driftChecks",
        it -> Words.of(it, "check") + (it.path("clean").asBoolean() ? ": clean" : ": drift"),
        "report");
    status(record.path("history"), page);
    lines(page, record, "events", it -> Words.of(it, "event"), "sentence");
  }

  private static void facts(JsonNode record, Page page) {
    JsonNode what = record.path("what");
    JsonNode policy = record.path("policy");
    JsonNode emergency = record.path("emergency");
    new Fields()
        .with("why", Words.line(record, "why"))
        .with("type", Words.of(record, "type"))
        .with("outcome", Words.line(record.path("outcome"), "sentence"))
        .with("ref", Words.ref(what))
        .with("authors", Words.list(what.path("authors")))
        .with("requested", by(record.path("requested")))
        .with("tables", Words.list(record.path("scope").path("tables")))
        .with("takes away", Words.list(record.path("impact").path("destructive")))
        .with("waits", Words.list(record.path("impact").path("blocking")))
        .with("digest", Words.of(what, "planDigest"))
        .with("policy", policy.isObject() ? "version " + Words.of(policy, "version") : "")
        .with(
            "emergency",
            emergency.isObject()
                ? Words.line(emergency, "reason") + ", " + by(emergency.path("recorded"))
                : "")
        .with("runs at", Words.time(record.path("when"), "applyAt"))
        .with("started", Words.time(record.path("when"), "startedAt"))
        .with("finished", Words.time(record.path("when"), "finishedAt"))
        .with("release", Words.of(record.path("release"), "release"))
        .with("backfill", Words.line(record.path("backfill"), "wanted"))
        .with("last entry", by(record.path("updated")))
        .write(page.in());
  }

  private static void steps(JsonNode record, Page page) {
    Table table = Table.of("", "STEP", "RISK", "UNDO", "RAN", "POSITION");
    for (JsonNode part : record.path("plan")) {
      String prefix = record.path("plan").size() > 1 ? Words.of(part, "connection") + " " : "";
      for (JsonNode step : part.path("steps")) {
        JsonNode ran = step.path("ran");
        table.row(
            prefix + Words.of(step, "number"),
            Words.line(step, "summary"),
            Words.of(step, "risk"),
            Words.of(step.path("undo"), "how"),
            ran(step, ran),
            position(ran.path("recorded")));
      }
    }
    section(page, "steps", table);
  }

  private static String ran(JsonNode step, JsonNode ran) {
    if (!ran.isObject()) {
      return "";
    }
    if (step.path("takenBack").asBoolean()) {
      return "taken back";
    }
    return ran.hasNonNull("millis") ? Words.millis(ran.path("millis").asLong()) : "found done";
  }

  private static void gates(JsonNode gates, Page page) {
    Table table = Table.of("GATE", "", "WHY");
    for (JsonNode gate : gates) {
      table.row(
          Words.of(gate, "gate"),
          gate.path("met").asBoolean() ? "met" : page.style().warning("passed over"),
          Words.line(gate, "why"));
    }
    section(page, "gates", table);
  }

  private static void status(JsonNode history, Page page) {
    Table table = Table.of("AT", "STATUS", "LEDGER", "AFTER", "BY", "POSITION");
    for (JsonNode change : history) {
      JsonNode recorded = change.path("recorded");
      table.row(
          Words.time(recorded, "at"),
          Words.of(change, "to"),
          Words.of(change, "rolloutStatus"),
          Words.of(change, "event"),
          Words.of(recorded, "by"),
          position(recorded));
    }
    section(page, "status", table);
  }

  private static void lines(
      Page page, JsonNode record, String what, Function<JsonNode, String> word, String text) {
    Table table = Table.of("BY", "AT", "", "", "POSITION");
    for (JsonNode line : record.path(what)) {
      JsonNode recorded = line.path("recorded");
      table.row(
          Words.of(recorded, "by"),
          Words.time(recorded, "at"),
          word.apply(line),
          Words.line(line, text),
          position(recorded));
    }
    section(page, spoken(what), table);
  }

  private static void section(Page page, String title, Table table) {
    if (!table.isEmpty()) {
      page.gap();
      page.line(page.style().bold(title));
      table.write(page.in(), "");
    }
  }

  private static String spoken(String what) {
    return what.equals("driftChecks") ? "drift checks" : what;
  }

  private static String by(JsonNode recorded) {
    return recorded.isObject()
        ? Words.time(recorded, "at") + " by " + Words.of(recorded, "by") + ", " + position(recorded)
        : "";
  }

  private static String position(JsonNode recorded) {
    return recorded.isObject() ? "#" + Words.of(recorded, "position") : "";
  }
}
