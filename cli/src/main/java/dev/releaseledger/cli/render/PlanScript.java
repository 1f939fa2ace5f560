package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Writes a plan as a script that psql can run: the statements, and all else as comments. */
public final class PlanScript {
  // What the service pins as well, because the effect of some statements depends on it.
  private static final String SETTINGS =
      """
      SET TimeZone = 'UTC';
      SET DateStyle = 'ISO, MDY';
      SET IntervalStyle = 'postgres';
      SET standard_conforming_strings = on;
      SET check_function_bodies = off;
      SET search_path = pg_catalog, public, pg_temp;
      """;

  private final Page page;

  private PlanScript(Page page) {
    this.page = page;
  }

  /** Writes a plan view, or the plan of a rollout. */
  public static void write(JsonNode answer, Page page) {
    JsonNode plan = Words.planOf(answer);
    PlanScript script = new PlanScript(page);
    script.comment("Plan for " + Words.place(plan) + " to " + Words.ref(plan));
    if (plan.path("blocked").asBoolean()) {
      script.comment("blocked: this plan cannot be applied as it is, so there is no statement");
    } else if (plan.path("changes").asInt() == 0) {
      script.comment("nothing to do, the schema is as declared");
    } else {
      PlanFigures.of(plan).sentences(PlanFigures.Accents.NONE).forEach(script::comment);
      script.comment("digest " + Words.of(plan, "digest"));
      script.comment("The ledger does not learn of what is run by hand: it will call it drift.");
      script.comment("Run it with: psql -v ON_ERROR_STOP=1 -f FILE");
    }
    for (JsonNode connection : plan.path("connections")) {
      script.connection(connection, plan.path("blocked").asBoolean());
    }
  }

  private void connection(JsonNode connection, boolean blocked) {
    if (Words.isSilent(connection)) {
      return;
    }
    page.gap();
    comment(
        "connection "
            + Words.of(connection, "name")
            + ", from "
            + Words.shortDigest(Words.of(connection, "baseFingerprint"))
            + " to "
            + Words.shortDigest(Words.of(connection, "targetFingerprint")));
    connection.path("blockers").forEach(this::finding);
    connection.path("notes").forEach(this::finding);
    connection.path("rehearsal").path("findings").forEach(this::finding);
    if (!blocked && !connection.path("stages").isEmpty()) {
      page.verbatim(SETTINGS);
      connection.path("stages").forEach(this::stage);
    }
  }

  private void stage(JsonNode stage) {
    boolean transactional = stage.path("transactional").asBoolean();
    page.gap();
    if (!transactional || !stage.path("takesBack").isEmpty()) {
      page.verbatim("-- " + StageWords.of(stage));
    }
    if (transactional) {
      page.verbatim("BEGIN;");
    }
    long lock = -1;
    long statement = -1;
    StageLocks locks = StageLocks.of(stage);
    for (JsonNode step : stage.path("steps")) {
      page.gap();
      describe(step, locks.during(step));
      long itsLock = step.path("lockTimeoutMillis").asLong();
      long itsStatement = step.path("statementTimeoutMillis").asLong();
      String set = transactional ? "SET LOCAL " : "SET ";
      if (itsLock != lock) {
        page.verbatim(set + "lock_timeout = '" + itsLock + "ms';");
      }
      if (itsStatement != statement) {
        page.verbatim(set + "statement_timeout = '" + itsStatement + "ms';");
      }
      lock = itsLock;
      statement = itsStatement;
      page.verbatim(terminated(Words.of(step, "sql")));
    }
    if (transactional) {
      page.gap();
      page.verbatim("COMMIT;");
    }
  }

  private void describe(JsonNode step, List<LockTaken> locks) {
    String requires = Words.of(step, "requires");
    comment(
        "%s. %s [%s%s]"
            .formatted(
                Words.of(step, "number"),
                Words.of(step, "summary"),
                Words.of(step, "risk"),
                requires.isEmpty() ? "" : ", requires " + requires));
    locks.forEach(lock -> comment("   " + lock.sentence()));
    note("", StepWords.work(step));
    note("undo: ", Words.of(step, "undo"));
    note("no undo: ", Words.of(step, "irreversible"));
    note("", StepWords.mark(step));
    step.path("findings").forEach(this::finding);
  }

  private void finding(JsonNode finding) {
    note(
        "! " + Words.weight(finding) + " " + Words.of(finding, "rule") + ": ",
        Words.of(finding, "message"));
  }

  private void note(String name, String text) {
    if (!text.isEmpty()) {
      comment("   " + name + text.strip());
    }
  }

  private void comment(String text) {
    page.verbatim(commented(text));
  }

  /** Returns text as comments; a name may hold a line end, and what follows must stay one too. */
  static String commented(String text) {
    return text.lines().map(line -> ("-- " + line).stripTrailing() + "\n").collect(joining());
  }

  /** Returns a statement with exactly one semicolon after it. */
  static String terminated(String sql) {
    String statement = sql.strip();
    return statement.endsWith(";") ? statement : statement + ";";
  }
}
