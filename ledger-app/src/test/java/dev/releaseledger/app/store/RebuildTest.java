package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.port.Projections.Rebuild;
import dev.releaseledger.app.port.Projections.Status;
import dev.releaseledger.app.port.Projections.Verification;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Projections built anew while the service runs. */
@PostgresTest
class RebuildTest {

  private static RunningLedger service;
  private static Projections projections;
  private static Operator operator;

  @BeforeAll
  static void start(TestDatabase database) {
    service = RunningLedger.on(database, "node-1");
    projections = service.the(Projections.class);
    operator = new Operator(service.ledger(), "shop", "prod");
    new RandomHistory(service.ledger(), operator, 7).play(80);
    service.settle();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Status status(String name) {
    return projections.status().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> indexes() {
    return service
        .jdbc()
        .sql(
            "select indexdef from pg_indexes where schemaname = 'public'"
                + " and tablename like 'view\\_%' order by 1")
        .query(String.class)
        .list();
  }

  @Test
  void a_rebuilt_projection_has_the_same_keys_indexes_and_readers() {
    List<String> before = indexes();
    service.jdbc().sql("create role reader_of_timeline").update();
    service.jdbc().sql("grant select on view_timeline to reader_of_timeline").update();

    projections.names().forEach(projections::rebuild);

    assertThat(indexes()).isEqualTo(before);
    assertThat(
            service
                .jdbc()
                .sql("select has_table_privilege('reader_of_timeline', 'view_timeline', 'select')")
                .query(Boolean.class)
                .single())
        .isTrue();
    service.jdbc().sql("drop owned by reader_of_timeline").update();
    service.jdbc().sql("drop role reader_of_timeline").update();
  }

  @Test
  void nothing_is_left_over_and_the_last_rebuild_is_told() {
    projections.rebuild("rollouts");

    assertThat(status("rollouts").rebuild())
        .extracting(Rebuild::state, Rebuild::failure)
        .containsExactly("done", null);
    assertThat(
            service
                .jdbc()
                .sql("select count(*) from pg_namespace where nspname ~ '^(rebuild|verify)_'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void readers_always_find_every_row_while_it_is_rebuilt() throws Exception {
    long rows = count();
    AtomicBoolean goesOn = new AtomicBoolean(true);
    List<Long> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
    Thread reader =
        Thread.startVirtualThread(() -> {
          while (goesOn.get()) {
            seen.add(count());
          }
        });

    for (int i = 0; i < 5; i++) {
      projections.rebuild("releases");
    }
    goesOn.set(false);
    reader.join();

    assertThat(seen).isNotEmpty().containsOnly(rows);
  }

  private static long count() {
    return service.jdbc().sql("select count(*) from view_release").query(Long.class).single();
  }

  @Test
  void what_is_recorded_while_it_is_rebuilt_is_in_it() throws Exception {
    AtomicBoolean goesOn = new AtomicBoolean(true);
    Operator other = new Operator(service.ledger(), "busy", "prod");
    long created = other.create(0);
    Thread writer =
        Thread.startVirtualThread(() -> {
          while (goesOn.get()) {
            long unused = other.freeze("stop");
            unused = other.unfreeze();
            LockSupport.parkNanos(2_000_000);
          }
        });

    for (int i = 0; i < 3; i++) {
      projections.rebuild("timeline");
      projections.rebuild("environments");
    }
    goesOn.set(false);
    writer.join();
    service.settle();

    assertThat(created).isPositive();
    assertThat(projections.names())
        .allSatisfy(name ->
            assertThat(projections.verify(name))
                .extracting(Verification::state, Verification::samples)
                .containsExactly("same", List.of()));
  }

  @Test
  void it_goes_on_where_it_was_interrupted() {
    service.settle();
    Map<String, List<String>> before = service.views();
    long last = status("timeline").position();
    long half = before.getOrDefault("view_timeline", List.of()).size() / 2;
    // What an interrupted rebuild leaves: tables that are half full, and a note of how far it was.
    service.jdbc().sql("create schema rebuild_timeline").update();
    service
        .jdbc()
        .sql("create table rebuild_timeline.view_timeline (like view_timeline including all)")
        .update();
    service
        .jdbc()
        .sql("create table rebuild_timeline.view_timeline_place as table view_timeline_place")
        .update();
    service
        .jdbc()
        .sql(
            "insert into rebuild_timeline.view_timeline"
                + " select * from view_timeline order by position limit ?")
        .param(half)
        .update();
    service.jdbc().sql("update rebuild_timeline.view_timeline set sentence = 'kept'").update();
    service
        .jdbc()
        .sql(
            """
            insert into projection_rebuild
              (projection, state, revision, position, target, started_at, changed_at)
            select 'timeline', 'running', (select max(installed_rank) from ledger_migration)::text,
              max(position), ?, now(), now() from rebuild_timeline.view_timeline
            on conflict (projection) do update set state = excluded.state,
              revision = excluded.revision, position = excluded.position
            """)
        .param(last)
        .update();
    assertThat(status("timeline").rebuild()).extracting(Rebuild::state).isEqualTo("interrupted");

    projections.rebuild("timeline");

    assertThat(
            service
                .jdbc()
                .sql("select count(*) from view_timeline where sentence = 'kept'")
                .query(Long.class)
                .single())
        .isEqualTo(half);
    projections.rebuild("timeline");
    assertThat(service.views()).isEqualTo(before);
  }

  @Test
  void a_row_that_was_altered_lost_or_added_is_found() {
    service.settle();
    service
        .jdbc()
        .sql(
            "update view_rollout set steps = 99 where position = (select min(position) from"
                + " view_rollout)")
        .update();

    Verification found = projections.verify("rollouts");

    assertThat(found.state()).isEqualTo("differs");
    assertThat(found.missing()).isOne();
    assertThat(found.extra()).isOne();
    assertThat(found.samples()).hasSize(2).allMatch(row -> row.startsWith("view_rollout "));
    projections.rebuild("rollouts");
    assertThat(projections.verify("rollouts").state()).isEqualTo("same");
  }

  @Test
  void two_do_not_build_the_same_projection() throws Exception {
    try (Connection connection = service.connections().getConnection();
        var lock = connection.createStatement()) {
      lock.execute("select pg_advisory_lock(hashtextextended('projection drift', 0))");

      assertThatThrownBy(() -> projections.rebuild("drift")).hasMessageContaining("already");

      lock.execute("select pg_advisory_unlock(hashtextextended('projection drift', 0))");
    }
  }

  @Test
  void in_the_background_it_says_how_far_it_is() throws Exception {
    projections.startRebuilding(projections.names());
    while (rebuilds().stream().anyMatch(it -> it.state().equals("running"))) {
      Thread.sleep(20);
    }

    assertThat(rebuilds())
        .hasSameSizeAs(projections.names())
        .allSatisfy(it -> {
          assertThat(it.state()).isEqualTo("done");
          assertThat(it.position()).isEqualTo(it.target()).isPositive();
        });
  }

  private static List<Rebuild> rebuilds() {
    return projections.status().stream().map(Status::rebuild).filter(Objects::nonNull).toList();
  }
}
