package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reasons that were written over before there was a place for each. */
@PostgresTest
class EarlierReasonsTest {

  private static final String EVENT =
      """
      insert into older.ledger_event
        (position, event_id, stream, stream_sequence, stream_type, recorded_at, name, payload, metadata)
      values (?, ?, 'environment:shop/prod', ?, 'Environment', '', 'plan-proposed', ?, '')
      """;
  private static final String ROLLOUT =
      """
      insert into older.view_rollout
        (rollout, position, project, environment, ref, requested_ref, plan_digest, status,
         requested_by, requested_at, approvals_required, steps, destructive, forced, trigger, reason,
         next_review)
      values (?, ?, 'shop', 'prod', 'r', 'r', 'p', ?, 'a', now(), 1, 1, false, false, 'manual', ?,
        '2026-02-01')
      """;

  @Test
  void each_reason_is_put_where_it_belongs(TestDatabase database) {
    JdbcClient jdbc = JdbcClient.create(database.dataSource());
    jdbc.sql("drop schema if exists older cascade; create schema older").update();
    var flyway =
        Flyway.configure()
            .dataSource(database.dataSource())
            .schemas("older")
            .locations("classpath:db/migration");
    flyway.target(MigrationVersion.fromVersion("126")).load().migrate();
    String asked =
        "{\"rollout\":\"rol_%d\",\"reason\":\"asked \\\"so\\\"\",\"at\":\"2026-01-01T00:00:00Z\"}";
    String silent = "{\"rollout\":\"rol_%d\",\"at\":\"2026-01-01T00:00:00Z\"}";
    jdbc.sql(EVENT).params(1, "e1", 1, asked.formatted(1)).update();
    jdbc.sql(EVENT).params(2, "e2", 2, asked.formatted(2)).update();
    jdbc.sql(EVENT).params(3, "e3", 3, silent.formatted(3)).update();
    jdbc.sql(ROLLOUT).params("rol_1", 1, "deferred", "not now").update();
    jdbc.sql(ROLLOUT).params("rol_2", 2, "released", "not now").update();
    jdbc.sql(ROLLOUT).params("rol_3", 3, "aborted", "given up").update();

    flyway.target(MigrationVersion.LATEST).load().migrate();

    assertThat(
            jdbc.sql(
                    "select reason, status_reason, next_review from older.view_rollout order by"
                        + " position")
                .query()
                .listOfRows())
        .extracting(Map::values)
        .extracting(Object::toString)
        .containsExactly(
            "[asked \"so\", not now, 2026-02-01]",
            "[asked \"so\", null, null]",
            "[null, given up, null]");
  }
}
