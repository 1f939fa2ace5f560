package dev.releaseledger.domain.record;

import static dev.releaseledger.domain.record.MarkdownPage.millis;
import static dev.releaseledger.domain.record.MarkdownText.code;
import static dev.releaseledger.domain.record.MarkdownText.text;

import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.preflight.RowCheck;
import dev.releaseledger.domain.record.ChangeRecord.Noticed;
import dev.releaseledger.domain.record.ChangeRecord.Part;
import dev.releaseledger.domain.record.ChangeRecord.Rehearsed;
import dev.releaseledger.domain.record.ChangeRecord.Step;
import dev.releaseledger.domain.record.ChangeRecord.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plan of a change, its rehearsal and its rows, as a part of its record. */
final class PlanMarkdown {

  private final ChangeRecord record;
  private final MarkdownPage page;

  PlanMarkdown(ChangeRecord record, MarkdownPage page) {
    this.record = record;
    this.page = page;
  }

  void write() {
    page.heading(2, "Plan");
    for (Part part : record.plan()) {
      if (record.plan().size() > 1) {
        page.heading(3, "Database " + code(part.connection()));
      }
      part(part);
    }
    record.preflight().forEach(rows -> rows(rows.connection(), rows.answers()));
  }

  private void part(Part part) {
    if (part.steps().isEmpty()) {
      page.paragraph("Nothing to do.");
    }
    page.table(
        List.of("step", "what", "risk", "lock", "rehearsed", "undo", "ran"),
        part.steps().stream().map(PlanMarkdown::row).toList());
    page.table(
        List.of("noticed about", "risk", "rule", "what is the case", "what to do"), noticed(part));
    page.bullets(
        List.of(
            "from schema " + code(part.baseFingerprint()),
            "to schema " + code(part.targetFingerprint()),
            part.rehearsedRows() == null
                ? "rehearsed on a copy without rows"
                : "rehearsed on rows of " + text(part.rehearsedRows())));
    page.folded(
        "SQL, and what takes it back",
        "sql",
        part.steps().stream().map(PlanMarkdown::sql).toList());
  }

  private static List<String> row(Step step) {
    return List.of(
        Integer.toString(step.number()),
        text(step.summary()) + (step.destructive() ? " **(destructive)**" : ""),
        code(step.risk()),
        lock(step),
        rehearsed(step.rehearsed()),
        undo(step),
        ran(step));
  }

  private static String lock(Step step) {
    Rehearsed rehearsed = step.rehearsed();
    if (rehearsed == null || rehearsed.locks().isEmpty()) {
      return step.lock() == null ? "none" : text(step.lock());
    }
    return rehearsed.locks().stream()
        .map(lock -> text(lock.mode()) + " on " + code(lock.relation()))
        .collect(Collectors.joining("<br>"));
  }

  private static String rehearsed(@Nullable Rehearsed rehearsed) {
    if (rehearsed == null) {
      return "not measured";
    }
    List<String> did = new ArrayList<>();
    did.add(millis(rehearsed.millis()));
    rehearsed.rewrites().forEach(it -> did.add("writes " + code(it) + " anew"));
    rehearsed.scans().forEach(it -> did.add("reads " + code(it) + " whole"));
    return String.join("<br>", did);
  }

  /** What the rehearsal proved counts more than what the plan says. */
  private static String undo(Step step) {
    Way way = step.rehearsed() == null ? step.undo() : step.rehearsed().undo();
    return text(RecordMarkdown.spoken(way.how()))
        + (way.why() == null ? "" : ": " + text(way.why()));
  }

  private static String ran(Step step) {
    if (step.ran() == null) {
      return "";
    }
    Long millis = step.ran().millis();
    return (millis == null ? "found done" : millis(millis))
        + " "
        + RecordMarkdown.position(step.ran().recorded())
        + (step.takenBack() ? "<br>**taken back**" : "");
  }

  private static List<List<String>> noticed(Part part) {
    List<List<String>> rows = new ArrayList<>();
    part.noticed().forEach(it -> rows.add(noticed("the plan", it)));
    part.steps()
        .forEach(
            step -> step.noticed().forEach(it -> rows.add(noticed("step " + step.number(), it))));
    return rows;
  }

  private static List<String> noticed(String where, Noticed it) {
    return List.of(where, code(it.risk()), code(it.rule()), text(it.message()), text(it.remedy()));
  }

  private static String sql(Step step) {
    String undo = step.undo().sql();
    return "-- %d. %s\n%s%s"
        .formatted(
            step.number(),
            commented(step.summary()),
            terminated(step.sql()),
            undo == null ? "" : "\n-- undo: " + commented(undo.strip()));
  }

  /** Statements of several lines stay comments. */
  private static String commented(String text) {
    return text.lines().collect(Collectors.joining("\n--   "));
  }

  private static String terminated(String sql) {
    String statement = sql.strip();
    return statement.endsWith(";") ? statement : statement + ";";
  }

  private void rows(String connection, Preflight answers) {
    page.heading(3, record.preflight().size() > 1 ? "Rows of " + code(connection) : "Rows");
    page.table(
        List.of("table", "rows, about", "kB"),
        answers.tables().stream()
            .map(it ->
                List.of(
                    code(it.table()),
                    String.format(Locale.ROOT, "%,d", it.estimatedRows()),
                    String.format(Locale.ROOT, "%,d", it.bytes() / 1024)))
            .toList());
    page.bullets(answers.checks().stream().map(PlanMarkdown::check).toList());
  }

  private static String check(RowCheck check) {
    return check.unfinished() == null
        ? text(check.sentence()) + (check.violated() ? " **(would fail)**" : "")
        : text(check.object() + ": " + check.question() + ", not counted: " + check.unfinished());
  }
}
