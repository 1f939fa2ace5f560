package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.postgres.Rehearsal.Rehearsed;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.plan.Undo;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.rehearsal.TakenLock;
import dev.releaseledger.domain.rehearsal.UndoMark;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a rehearsal says beyond that its plan arrives. */
class MeasuredRehearsalTest {

  private static final String TABLE = "CREATE TABLE t (a int PRIMARY KEY, b text);";

  @Test
  void a_rewrite_shows_in_the_table_and_in_its_indexes() throws SQLException {
    MeasuredStep step =
        rehearse(TABLE, "CREATE TABLE t (a bigint PRIMARY KEY, b text)").steps().getFirst();
    assertThat(step.locks())
        .contains(
            new TakenLock("public.t", "ACCESS EXCLUSIVE"),
            new TakenLock("public.t_pkey", "ACCESS EXCLUSIVE"));
    assertThat(step.rewrites()).containsExactly("public.t", "public.t_pkey");
    assertThat(step.scans()).containsExactly("public.t");
  }

  @Test
  void a_change_of_the_catalog_neither_rewrites_nor_scans() throws SQLException {
    MeasuredStep step = rehearse(TABLE, TABLE + "ALTER TABLE t ADD c int").steps().getFirst();
    assertThat(step.locks()).containsExactly(new TakenLock("public.t", "ACCESS EXCLUSIVE"));
    assertThat(step.rewrites()).isEmpty();
    assertThat(step.scans()).isEmpty();
    assertThat(step.undo()).isEqualTo(new UndoMark.Reversible());
  }

  @Test
  void a_step_that_cannot_run_in_a_transaction_is_watched_from_outside() throws SQLException {
    String sql = "CREATE INDEX CONCURRENTLY i ON public.t USING btree (b)";
    String undo = "DROP INDEX CONCURRENTLY public.i";
    Stage stage = new Stage(false, List.of(step(sql, "SHARE UPDATE EXCLUSIVE", true, undo)));
    RehearsalReport report = rehearse(TABLE, TABLE + "CREATE INDEX i ON t (b)", stage);
    MeasuredStep measured = report.steps().getFirst();
    assertThat(measured.locks()).contains(new TakenLock("public.t", "SHARE UPDATE EXCLUSIVE"));
    assertThat(measured.scans()).containsExactly("public.t");
    assertThat(measured.undo()).isEqualTo(new UndoMark.Reversible());
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void what_a_plan_makes_itself_is_locked_by_nobody() throws SQLException {
    RehearsalReport report = rehearse("", TABLE + "CREATE INDEX ON t (b)");
    assertThat(report.steps()).allSatisfy(step -> assertThat(step.locks()).isEmpty());
  }

  @Test
  void what_was_dropped_comes_back_without_its_rows() throws SQLException {
    String parts =
        "CREATE TABLE u (id serial PRIMARY KEY, a int DEFAULT 1 REFERENCES t, c text UNIQUE);"
            + "CREATE INDEX ON u (c) WHERE a > 0; COMMENT ON COLUMN u.c IS 'c';";
    RehearsalReport report = rehearse(TABLE + parts, TABLE);
    assertThat(report.findings()).isEmpty();
    assertThat(report.steps())
        .extracting(MeasuredStep::undo)
        .contains(new UndoMark.ReversibleWithDataLoss("the rows of public.u"))
        .doesNotHaveAnyElementsOfTypes(UndoMark.Irreversible.class);
  }

  @Test
  void a_dropped_column_comes_back_without_its_values() throws SQLException {
    RehearsalReport report = rehearse(TABLE, "CREATE TABLE t (a int PRIMARY KEY)");
    assertThat(report.steps().getFirst().undo())
        .isEqualTo(new UndoMark.ReversibleWithDataLoss("the values of public.t.b"));
  }

  @Test
  void an_undo_that_fails_is_told_and_refuses_nothing() throws SQLException {
    Stage stage =
        new Stage(true, List.of(step("DROP TABLE public.t", "ACCESS EXCLUSIVE", false, "x")));
    RehearsalReport report = rehearse(TABLE, "", stage);
    assertThat(report.steps().getFirst().undo())
        .isEqualTo(new UndoMark.Irreversible("its undo fails: syntax error at or near \"x\""));
    assertThat(report.findings()).extracting(Finding::rule).containsExactly("undo-fails");
  }

  @Test
  void an_undo_that_leads_elsewhere_is_told_by_what_differs() throws SQLException {
    String undo = "CREATE TABLE public.t (a int PRIMARY KEY)";
    Stage stage =
        new Stage(true, List.of(step("DROP TABLE public.t", "ACCESS EXCLUSIVE", false, undo)));
    RehearsalReport report = rehearse(TABLE, "", stage);
    assertThat(report.steps().getFirst().undo())
        .isEqualTo(
            new UndoMark.Irreversible("its undo leads elsewhere: missing column public.t.b"));
    assertThat(report.findings()).extracting(Finding::rule).containsExactly("undo-fails");
  }

  @Test
  void a_step_that_does_not_run_again_is_told_also_behind_one_without_a_way_back()
      throws SQLException {
    String add = "ALTER TABLE public.t ADD CONSTRAINT small CHECK (a < 5)";
    String undo = "ALTER TABLE public.t DROP CONSTRAINT small; INSERT INTO public.t VALUES (9)";
    Stage label =
        new Stage(
            true,
            List.of(
                step(
                    1,
                    "ALTER TYPE public.mood ADD VALUE 'glad'",
                    null,
                    false,
                    new Undo.Irreversible("no"))));
    Stage check =
        new Stage(true, List.of(step(2, add, "ACCESS EXCLUSIVE", true, new Undo.Reversible(undo))));
    RehearsalReport report =
        rehearse(
            "CREATE TYPE mood AS ENUM ('sad'); " + TABLE,
            "CREATE TYPE mood AS ENUM ('sad', 'glad');"
                + " CREATE TABLE t (a int PRIMARY KEY CONSTRAINT small CHECK (a < 5), b text)",
            label,
            check);
    assertThat(report.findings())
        .extracting(Finding::message)
        .containsExactly(
            "after the plan was taken back, step 2 does not lead there again: check constraint"
                + " \"small\" of relation \"t\" is violated by some row");
  }

  @Test
  void more_than_was_predicted_is_a_finding() throws SQLException {
    String sql = "ALTER TABLE public.t ALTER COLUMN a TYPE bigint";
    Stage stage =
        new Stage(
            true, List.of(step(sql, null, false, "ALTER TABLE public.t ALTER COLUMN a TYPE int")));
    RehearsalReport report =
        rehearse(TABLE, "CREATE TABLE t (a bigint PRIMARY KEY, b text)", stage);
    assertThat(report.findings())
        .extracting(Finding::rule)
        .isNotEmpty()
        .containsOnly("prediction-differs");
    assertThat(report.findings())
        .extracting(Finding::message)
        .contains(
            "step 1 takes ACCESS EXCLUSIVE on public.t, where no lock was expected",
            "step 1 writes public.t anew, which was not expected");
  }

  @Test
  void a_report_can_be_read_back() throws SQLException {
    RehearsalReport report = rehearse(TABLE, "CREATE TABLE t (a bigint PRIMARY KEY)");
    String json = SchemaCodec.write(report);
    assertThat(SchemaCodec.read(json, RehearsalReport.class)).isEqualTo(report);
  }

  private static Step step(String sql, @Nullable String lock, boolean scans, String undo) {
    return step(1, sql, lock, scans, new Undo.Reversible(undo));
  }

  private static Step step(
      int number, String sql, @Nullable String lock, boolean scans, Undo undo) {
    PlanSettings settings = PlanSettings.defaults();
    return new Step(
        number,
        "table public.t",
        "a test",
        sql,
        lock,
        false,
        scans,
        settings.lockTimeoutMillis(),
        settings.statementTimeoutMillis(),
        settings.retries(),
        Risk.BLOCKING,
        false,
        List.of(),
        undo);
  }

  private static RehearsalReport rehearse(String before, String after) throws SQLException {
    Schema base = schema(before);
    Schema target = schema(after);
    return rehearse(base, target, Planning.plan(base, target, PlanSettings.defaults()));
  }

  private static RehearsalReport rehearse(String before, String after, Stage... stages)
      throws SQLException {
    Schema base = schema(before);
    Schema target = schema(after);
    SchemaPlan plan =
        new SchemaPlan(
            base.fingerprint(),
            target.fingerprint(),
            PlanSettings.defaults(),
            List.of(stages),
            List.of(),
            List.of());
    return rehearse(base, target, plan);
  }

  private static RehearsalReport rehearse(Schema base, Schema target, SchemaPlan plan)
      throws SQLException {
    Scratch scratch = Databases.scratch();
    Rehearsal rehearsal = Rehearsal.near(scratch, base, plan, target);
    Databases.drop(scratch);
    assertThat(rehearsal).isInstanceOf(Rehearsed.class);
    return ((Rehearsed) rehearsal).report();
  }

  private static Schema schema(String sql) throws SQLException {
    Connection database = Databases.with(sql + ";");
    Schema schema = CatalogReader.read(database);
    Databases.drop(database);
    return schema;
  }
}
