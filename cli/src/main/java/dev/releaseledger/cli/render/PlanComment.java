package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan as a comment on a pull request. It begins with a hidden line by which a pipeline
 * finds its own comment again, and is never longer than a comment on GitHub may be.
 */
public final class PlanComment {
  private static final int LONGEST = 65_536;

  private final Markdown markdown;
  private final List<String> steps = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  private PlanComment(Markdown markdown) {
    this.markdown = markdown;
  }

  /**
   * Returns the way to write plans and rollouts, with rules linked to published documentation if
   * any.
   */
  public static Writing linkedTo(@Nullable String documentation) {
    return (answer, page) ->
        page.verbatim(new PlanComment(new Markdown(documentation)).text(answer));
  }

  private String text(JsonNode answer) {
    JsonNode plan = Words.planOf(answer);
    boolean several = plan.path("connections").size() > 1;
    for (JsonNode connection : plan.path("connections")) {
      connection(several ? Words.of(connection, "name") + " " : "", connection);
    }
    String fence = Markdown.fence(statements);
    Room room = new Room(LONGEST);
    return room.take(PlanCommentHead.of(answer))
        + room.take(
            Markdown.head("#", "step", "risk", "locks, and who waits", "work", "rows", "undo"),
            steps,
            "",
            "step")
        + room.take(
            Markdown.head("step", "risk", "rule", "what is the case", "what to do"),
            findings,
            "",
            "finding")
        + room.take(
            "\n<details><summary>SQL</summary>\n\n" + fence + "sql\n",
            statements,
            fence + "\n\n</details>\n",
            "statement")
        + room.omissions();
  }

  private void connection(String prefix, JsonNode connection) {
    connection.path("blockers").forEach(finding -> finding(prefix, finding));
    connection.path("notes").forEach(finding -> finding(prefix, finding));
    for (JsonNode stage : connection.path("stages")) {
      String stageLine = "-- " + StageWords.of(stage) + "\n";
      StageLocks locks = StageLocks.of(stage);
      for (JsonNode step : stage.path("steps")) {
        String number = prefix + Words.of(step, "number");
        steps.add(row(number, step, locks.during(step), connection));
        step.path("findings").forEach(finding -> finding(number, finding));
        statements.add(stageLine + sql(number, step));
        stageLine = "";
      }
    }
    connection
        .path("rehearsal")
        .path("findings")
        .forEach(finding -> finding(prefix + "rehearsal", finding));
  }

  private static String row(
      String number, JsonNode step, List<LockTaken> locks, JsonNode connection) {
    String requires = Words.of(step, "requires");
    String took = StepWords.rehearsed(step);
    return Markdown.row(
        Markdown.text(number),
        Markdown.text(Words.of(step, "summary")),
        Markdown.code(Words.of(step, "risk"))
            + (requires.isEmpty() ? "" : "<br>**requires** " + Markdown.code(requires)),
        locks.stream().map(PlanComment::lock).collect(joining("<br>")),
        Markdown.text(Words.sentence(StepWords.work(step), took.isEmpty() ? "" : "took " + took)),
        Markdown.lines(
            Tables.of(connection).of(step, locks).sentences()
                + "\n"
                + StepWords.checks(step, connection)),
        Markdown.text(undo(step)));
  }

  private static String lock(LockTaken lock) {
    String on = lock.relation().isEmpty() ? "" : " on " + Markdown.code(lock.relation());
    String blocks = lock.blocksWriters() ? "**" + lock.blocks() + "**" : lock.blocks();
    return lock.mode()
        + on
        + ": "
        + blocks
        + (lock.remark().isEmpty() ? "" : " (" + lock.remark() + ")");
  }

  private static String undo(JsonNode step) {
    if (Words.of(step, "undo").isEmpty()) {
      return Words.sentence("none", Words.of(step, "irreversible"));
    }
    String mark = StepWords.mark(step);
    return mark.isEmpty() ? "yes" : mark;
  }

  private static String sql(String number, JsonNode step) {
    String undo = Words.of(step, "undo").strip();
    String comment = "%s. %s".formatted(number, Words.of(step, "summary"));
    return PlanScript.commented(comment)
        + PlanScript.terminated(Words.of(step, "sql"))
        + "\n"
        + (undo.isEmpty() ? "" : PlanScript.commented("   undo: " + undo));
  }

  private void finding(String where, JsonNode finding) {
    findings.add(
        Markdown.row(
            Markdown.text(where),
            Markdown.code(Words.weight(finding)),
            markdown.rule(Words.of(finding, "rule")),
            Markdown.text(Words.of(finding, "message")),
            Markdown.text(Words.of(finding, "remedy"))));
  }
}
