package dev.releaseledger.app.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prints what the log costs; only that everything is sealed is asserted. */
@Tag("bench")
@PostgresTest
class LogBenchmarkTest {

  private static final int CLIENTS = 8;
  private static final int SECONDS = 5;
  private static final int EVENTS_PER_SECOND = 500;
  private static final String PAYLOAD = "{\"text\":\"" + "x".repeat(580) + "\"}";

  private final AtomicLong number = new AtomicLong();

  @Test
  void what_the_log_costs(TestDatabase database) throws Exception {
    try (RunningLedger service = RunningLedger.on(database, "node-1")) {
      JdbcClient administrator = JdbcClient.create(database.dataSource());
      double unused = appended(service);
      // With and without by turns, so that both have the machine in all its moods.
      double with = 0;
      double without = 0;
      for (int round = 0; round < 2; round++) {
        without = Math.max(without, withoutLeaves(service, administrator));
        with = Math.max(with, appended(service));
      }
      print(
          "append with leaf %.0f events/s, without %.0f events/s, ratio %.2f (%d clients, an event"
              + " of %d bytes in a transaction of its own)",
          with, without, with / without, CLIENTS, PAYLOAD.length());
      seal(service);
      keepUp(service);
    }
  }

  private double withoutLeaves(RunningLedger service, JdbcClient administrator) throws Exception {
    administrator.sql("alter table ledger_event disable trigger all").update();
    administrator.sql("alter table ledger_event enable trigger append_in_turn").update();
    double rate = appended(service);
    administrator.sql("alter table ledger_event enable trigger all").update();
    int unused =
        service
            .jdbc()
            .sql(
                """
                insert into ledger_leaf (position, leaf, leaf_hash)
                select made.position, made.leaf, sha256('\\x00'::bytea || made.leaf)
                from (select event.position, ledger_leaf_of(event) as leaf from ledger_event event
                      where not exists (select from ledger_leaf leaf
                        where leaf.position = event.position) offset 0) made
                """)
            .update();
    return rate;
  }

  /** How many events a second get in, each in a transaction of its own. */
  private double appended(RunningLedger service) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        work.add(() -> append(service, end));
      }
      int events = 0;
      for (Future<Integer> done : clients.invokeAll(work)) {
        events += done.get();
      }
      return (double) events / SECONDS;
    }
  }

  private int append(RunningLedger service, long end) throws SQLException {
    int events = 0;
    try (Connection connection = service.connections().getConnection();
        PreparedStatement insert = insert(connection)) {
      while (System.nanoTime() < end) {
        add(insert);
        events++;
      }
    }
    return events;
  }

  private static PreparedStatement insert(Connection connection) throws SQLException {
    return connection.prepareStatement(
        """
        insert into ledger_event (event_id, stream, stream_sequence, stream_type, recorded_at,
          name, payload, metadata)
        values (?, ?, 0, 'Thing', '2026-11-29T10:00:00.000Z', 'thing-happened', ?, '{}')
        """);
  }

  private void add(PreparedStatement insert) throws SQLException {
    String id = "event-" + number.incrementAndGet();
    insert.setString(1, id);
    insert.setString(2, "thing:" + id);
    insert.setString(3, PAYLOAD);
    int unused = insert.executeUpdate();
  }

  private static void seal(RunningLedger service) {
    long begin = System.nanoTime();
    long size = service.the(Sealer.class).seal().orElseThrow();
    double seconds = (System.nanoTime() - begin) / 1e9;
    print("the sealer took %d events at %.0f events/s", size, size / seconds);
  }

  /** Appends at a steady rate while the sealer looks each second, as it does in the service. */
  private void keepUp(RunningLedger service) throws SQLException {
    Sealer sealer = service.the(Sealer.class);
    List<Double> millis = new ArrayList<>();
    long size = 0;
    try (Connection connection = service.connections().getConnection();
        PreparedStatement insert = insert(connection)) {
      for (int second = 0; second < 10; second++) {
        for (int i = 0; i < EVENTS_PER_SECOND; i++) {
          add(insert);
        }
        long begin = System.nanoTime();
        size = sealer.seal().orElseThrow();
        millis.add((System.nanoTime() - begin) / 1e6);
      }
    }
    millis.sort(null);
    print(
        "a second's %d events are sealed and signed in %.0f ms (median), %.0f ms (most)",
        EVENTS_PER_SECOND, millis.get(millis.size() / 2), millis.getLast());
    assertThat(size)
        .isEqualTo(
            service.jdbc().sql("select count(*) from ledger_event").query(Long.class).single());
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, "bench " + format + "%n", values);
  }
}
