package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.Seed;
import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Rehearsal.FailedOnRows;
import dev.releaseledger.app.postgres.Rehearsal.Rehearsed;
import dev.releaseledger.app.postgres.Rehearsal.StepFailed;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.rehearsal.UndoMark;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A seed makes rows on the copy, and the plan meets them. */
class SeededRehearsalTest {

  private static final String BEFORE =
      "CREATE TABLE other (a int); CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, n int)";
  private static final String STRICTER =
      "CREATE TABLE other (a int);"
          + "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, n int NOT NULL)";

  @Test
  void a_step_that_fails_on_rows_fails_the_rehearsal() throws SQLException {
    Rehearsal rehearsal = rehearse(STRICTER, seed("INSERT INTO t (n) VALUES (1), (NULL)"));
    assertThat(rehearsal).isInstanceOf(FailedOnRows.class);
    FailedOnRows failed = (FailedOnRows) rehearsal;
    assertThat(failed.rows()).isEqualTo("db/t.seed.sql at 4f2a9c1b7d");
    assertThat(failed.failure()).isInstanceOf(StepFailed.class);
    assertThat(((StepFailed) failed.failure()).message()).contains("is violated by some row");
  }

  @Test
  void rows_that_fit_are_there_while_the_steps_are_measured() throws SQLException {
    RehearsalReport report =
        report(
            rehearse(
                STRICTER, seed("INSERT INTO other VALUES (1);\nINSERT INTO t (n) VALUES (1)")));
    assertThat(report.rows()).isEqualTo("db/t.seed.sql at 4f2a9c1b7d");
    assertThat(report.findings()).isEmpty();
    assertThat(report.steps().get(1).scans()).containsExactly("public.t");
  }

  @Test
  void an_undo_that_fails_on_rows_is_none() throws SQLException {
    Rehearsal rehearsal =
        rehearse(
            "CREATE TABLE t (n int NOT NULL)",
            "CREATE TABLE t ()",
            seed("INSERT INTO t VALUES (1)"));
    assertThat(report(rehearsal).findings())
        .extracting(Finding::rule)
        .containsExactly("undo-fails");
    assertThat(report(rehearsal).steps().getFirst().undo())
        .isInstanceOf(UndoMark.Irreversible.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1;~INSERT INTO t (m) VALUES (1)| db/t.seed.sql:2: | column \"m\"",
        "INSERT INTO t (n) VALUES (1);~~COMMIT | db/t.seed.sql:3: | COMMIT is transaction",
        "COPY t FROM STDIN                         | db/t.seed.sql:1: | write INSERT",
        "ALTER TABLE t ADD m int                   | db/t.seed.sql: | changes the schema: extra"
            + " col",
        "DROP ROLE ledger                          | db/t.seed.sql:1: | reaches beyond"
      })
  void a_seed_that_does_not_run_is_told_and_leaves_nothing(String sql, String where, String why)
      throws SQLException {
    RehearsalReport report = report(rehearse(STRICTER, seed(sql.replace('~', '\n'))));
    assertThat(report.rows()).isNull();
    assertThat(report.findings()).hasSize(1);
    Finding finding = report.findings().getFirst();
    assertThat(finding.rule()).isEqualTo("seed-fails");
    assertThat(finding.message()).startsWith(where).contains(why);
  }

  @Test
  void the_next_seed_is_tried_when_one_does_not_run() throws SQLException {
    RehearsalReport report =
        report(
            rehearse(
                STRICTER,
                seed("INSERT INTO t (n, later) VALUES (1, 1)"),
                new Seed("abc", List.of(new SqlFile("a", "INSERT INTO t (n) VALUES (1)")))));
    assertThat(report.rows()).isEqualTo("a at abc");
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void what_a_seed_sets_does_not_reach_the_steps() throws SQLException {
    String sql = "SET default_transaction_read_only = on; CREATE TEMP TABLE other (b int)";
    assertThat(report(rehearse(STRICTER, seed(sql))).rows()).isNotNull();
  }

  private static Seed seed(String sql) {
    return new Seed("4f2a9c1b7d3e5f60", List.of(new SqlFile("db/t.seed.sql", sql)));
  }

  private static RehearsalReport report(Rehearsal rehearsal) {
    assertThat(rehearsal).isInstanceOf(Rehearsed.class);
    return ((Rehearsed) rehearsal).report();
  }

  private static Rehearsal rehearse(String after, Seed... seeds) throws SQLException {
    return rehearse(BEFORE, after, seeds);
  }

  private static Rehearsal rehearse(String before, String after, Seed... seeds)
      throws SQLException {
    Schema base = schema(before);
    Schema target = schema(after);
    Scratch scratch = Databases.scratch();
    Rehearsal rehearsal =
        Rehearsal.onSeeds(
            scratch,
            base,
            Planning.plan(base, target, PlanSettings.defaults()),
            target,
            List.of(seeds));
    Databases.drop(scratch);
    return rehearsal;
  }

  private static Schema schema(String sql) throws SQLException {
    Connection database = Databases.with(sql + ";");
    Schema schema = CatalogReader.read(database);
    Databases.drop(database);
    return schema;
  }
}
