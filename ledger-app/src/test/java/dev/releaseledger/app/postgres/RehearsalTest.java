package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.postgres.Rehearsal.DidNotArrive;
import dev.releaseledger.app.postgres.Rehearsal.Rehearsed;
import dev.releaseledger.app.postgres.Rehearsal.StepFailed;
import dev.releaseledger.domain.diff.Difference;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.rehearsal.UndoMark;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void the_fingerprint_after_the_last_stage_is_the_declared_one() throws SQLException {
    Schema base = schema("CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (m mood)");
    Schema target = schema("CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood, n int)");
    Rehearsal rehearsal = rehearse(base, plan(base, target), target);
    assertThat(rehearsal).isInstanceOf(Rehearsed.class);
    assertThat(report(rehearsal).afterStage())
        .hasSize(2)
        .doesNotHaveDuplicates()
        .endsWith(target.fingerprint());
    assertThat(report(rehearsal).steps())
        .extracting(MeasuredStep::undo)
        .containsExactly(
            new UndoMark.Irreversible("a label cannot be taken out of an enum"),
            new UndoMark.Reversible());
  }

  @Test
  void undo_steps_that_lead_back_are_proven_to() throws SQLException {
    Schema base = schema("CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t");
    Schema target = schema("CREATE TABLE t (a bigint); CREATE VIEW v AS SELECT a FROM t");
    Rehearsal rehearsal = rehearse(base, plan(base, target), target);
    assertThat(report(rehearsal).steps())
        .extracting(MeasuredStep::undo)
        .containsOnly(new UndoMark.Reversible());
    assertThat(report(rehearsal).findings())
        .filteredOn(finding -> finding.rule().equals("undo-fails"))
        .isEmpty();
  }

  @Test
  void a_plan_that_leads_elsewhere_is_told_by_what_differs() throws SQLException {
    Schema base = schema("CREATE TABLE t (a int)");
    Schema planned = schema("CREATE TABLE t (a int, b int)");
    Schema declared = schema("CREATE TABLE t (a int, c int)");
    Rehearsal rehearsal = rehearse(base, plan(base, planned), declared);
    assertThat(rehearsal).isInstanceOf(DidNotArrive.class);
    assertThat(((DidNotArrive) rehearsal).differences())
        .extracting(Difference::text)
        .containsExactly("extra column public.t.b", "missing column public.t.c");
  }

  @Test
  void a_step_that_fails_is_told_with_its_statement() throws SQLException {
    Schema base = schema("CREATE TABLE t (a int)");
    Schema target = schema("CREATE TABLE t (a int CHECK (1 / 0 > a))");
    Rehearsal rehearsal = rehearse(schema("SELECT 1"), plan(base, target), target);
    assertThat(rehearsal).isInstanceOf(StepFailed.class);
    assertThat(((StepFailed) rehearsal).step()).isEqualTo(1);
    assertThat(((StepFailed) rehearsal).sql()).startsWith("ALTER TABLE public.t ADD CONSTRAINT");
    assertThat(((StepFailed) rehearsal).message())
        .isEqualTo("relation \"public.t\" does not exist");
  }

  @Test
  void a_database_with_an_invalid_index_can_be_rehearsed() throws SQLException {
    Connection database = Databases.with("CREATE TABLE t (a int); CREATE INDEX i ON t (a)");
    Schema valid = CatalogReader.read(database);
    Databases.execute(
        database, "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass");
    Schema invalid = CatalogReader.read(database);
    Databases.drop(database);
    assertThat(rehearse(invalid, plan(invalid, valid), valid)).isInstanceOf(Rehearsed.class);
  }

  @Test
  void a_script_of_a_schema_makes_the_schema() throws SQLException {
    Schema wanted =
        schema(
            "CREATE TABLE t (id serial PRIMARY KEY, s text DEFAULT 'x'); CREATE INDEX ON t (s);"
                + "COMMENT ON TABLE t IS 'it''s; fine'");
    assertThat(schema(Planning.script(wanted))).isEqualTo(wanted);
  }

  private static RehearsalReport report(Rehearsal rehearsal) {
    assertThat(rehearsal).isInstanceOf(Rehearsed.class);
    return ((Rehearsed) rehearsal).report();
  }

  private static SchemaPlan plan(Schema base, Schema target) {
    return Planning.plan(base, target, PlanSettings.defaults());
  }

  private static Rehearsal rehearse(Schema base, SchemaPlan plan, Schema target)
      throws SQLException {
    Scratch scratch = Databases.scratch();
    try {
      return Rehearsal.near(scratch, base, plan, target);
    } finally {
      Databases.drop(scratch);
    }
  }

  private static Schema schema(String sql) throws SQLException {
    Connection database = Databases.with(sql);
    try {
      return CatalogReader.read(database);
    } finally {
      Databases.drop(database);
    }
  }
}
