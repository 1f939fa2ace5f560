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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projections built anew while the service runs. */
@PostgresTest
class RebuildTest {

  private static RunningLedger service;
  private static JdbcClient administrator;
  private static Projections projections;
  private static Operator operator;

  @BeforeAll
  static void start(TestDatabase database) {
    administrator = JdbcClient.create(database.dataSource());
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
    administrator.sql("create role reader_of_timeline").update();
    administrator.sql("grant select on view_timeline to reader_of_timeline").update();

    projections.names().forEach(projections::rebuild);

    assertThat(indexes()).isEqualTo(before);
    assertThat(
            service
                .jdbc()
                .sql("select has_table_privilege('reader_of_timeline', 'view_timeline', 'select')")
                .query(Boolean.class)
                .single())
        .isTrue();
    administrator.sql("drop owned by reader_of_timeline").update();
    administrator.sql("drop role reader_of_timeline").update();
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
    Map<String, List<String>> before = views();
    long half = interrupt("");

    projections.rebuild("timeline");

    assertThat(kept()).isEqualTo(half);
    projections.rebuild("timeline");
    assertThat(service.views()).isEqualTo(before);
  }

  @Test
  void what_other_code_had_begun_is_begun_anew() {
    Map<String, List<String>> before = views();
    long half = interrupt("of an earlier build");

    projections.rebuild("timeline");

    assertThat(half).isPositive();
    assertThat(service.views()).isEqualTo(before);
  }

  @Test
  void what_a_migration_has_changed_meanwhile_is_not_taken_back() {
    long half = interrupt("");
    service.jdbc().sql("alter table view_timeline add column later text").update();

    assertThatThrownBy(() -> projections.rebuild("timeline")).hasMessageContaining("another form");
    assertThat(half).isPositive();
    assertThat(status("timeline").rebuild()).extracting(Rebuild::state).isEqualTo("failed");
    projections.rebuild("timeline");
    assertThat(status("timeline").rebuild()).extracting(Rebuild::state).isEqualTo("done");

    service.jdbc().sql("alter table view_timeline drop column later").update();
  }

  private static Map<String, List<String>> views() {
    service.settle();
    return service.views();
  }

  /** Leaves what an interrupted rebuild leaves: half full tables, and a note of how far it was. */
  private static long interrupt(String build) {
    projections.rebuild("timeline");
    long half = service.views().getOrDefault("view_timeline", List.of()).size() / 2;
    service.jdbc().sql("create schema rebuild_timeline").update();
    service
        .jdbc()
        .sql(
            "create table rebuild_timeline.view_timeline (like view_timeline"
                + " including all excluding indexes)")
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
    service.jdbc().sql("update rebuild_timeline.view_timeline set actor = 'kept'").update();
    service
        .jdbc()
        .sql(
            """
            update projection_rebuild set state = 'running', revision = revision || ?,
              position = (select max(position) from rebuild_timeline.view_timeline)
            where projection = 'timeline'
            """)
        .param(build)
        .update();
    assertThat(status("timeline").rebuild()).extracting(Rebuild::state).isEqualTo("interrupted");
    return half;
  }

  private static long kept() {
    return service
        .jdbc()
        .sql("select count(*) from view_timeline where actor = 'kept'")
        .query(Long.class)
        .single();
  }

  @Test
  void who_comes_second_does_not_note_that_the_first_has_failed() throws Exception {
    projections.rebuild("drift");
    try (Connection connection = service.connections().getConnection();
        var lock = connection.createStatement()) {
      lock.execute("select pg_advisory_lock(hashtextextended('projection drift', 0))");
      service
          .jdbc()
          .sql("update projection_rebuild set state = 'running' where projection = 'drift'")
          .update();

      assertThatThrownBy(() -> projections.rebuild("drift")).hasMessageContaining("already");
      assertThat(status("drift").rebuild()).extracting(Rebuild::state).isEqualTo("running");

      lock.execute("select pg_advisory_unlock(hashtextextended('projection drift', 0))");
    }
    projections.rebuild("drift");
  }

  @Test
  void a_reader_who_stays_for_long_puts_the_exchange_off_and_nothing_is_lost() throws Exception {
    try (Connection connection = service.connections().getConnection();
        var reader = connection.createStatement()) {
      connection.setAutoCommit(false);
      reader.execute("select count(*) from view_policy");

      assertThatThrownBy(() -> projections.rebuild("policies"))
          .rootCause()
          .hasMessageContaining("lock timeout");
      assertThat(status("policies").rebuild()).extracting(Rebuild::state).isEqualTo("interrupted");
      assertThat(status("policies").rebuild()).matches(it -> it.position() > 0);
      connection.rollback();
      connection.setAutoCommit(true);
    }

    projections.rebuild("policies");

    assertThat(status("policies").rebuild()).extracting(Rebuild::state).isEqualTo("done");
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
