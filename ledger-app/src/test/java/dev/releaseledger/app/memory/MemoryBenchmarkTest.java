package dev.releaseledger.app.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.store.LedgerJson;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.domain.environment.EnvironmentCommand.FreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.UnfreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Prints how fast a large ledger is rebuilt and asked; only arriving is asserted. */
@Tag("bench")
@PostgresTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MemoryBenchmarkTest {

  private static final long EVENTS =
      Long.parseLong(Objects.requireNonNullElse(System.getenv("LEDGER_BENCH_EVENTS"), "1000000"));
  private static final String ONLY =
      Objects.requireNonNullElse(System.getenv("LEDGER_BENCH_PROJECTIONS"), "");
  private static final Set<String> AIMED = Set.of("timeline", "schemahistory");
  private static final int PROJECTS = 50;
  private static final int COMMANDS_PER_SECOND = 500;
  private static final int SECONDS = 20;
  private static final int ASKED = 200;

  private static RunningLedger service;
  private static long last;
  private static double plain;
  private static double events;

  @BeforeAll
  static void fill(TestDatabase database) throws SQLException {
    // The first start makes the tables; it is stopped so that nothing follows what is filled in.
    try (RunningLedger first = RunningLedger.on(database, "node-0")) {
      last = LargeLedger.fill(database.dataSource(), first.the(Artifacts.class), PROJECTS, EVENTS);
    }
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement seen =
            connection.prepareStatement(
                """
                update projection_token set owner = null, token = ?,
                  token_type = 'org.axonframework.eventhandling.GapAwareTrackingToken'
                """)) {
      seen.setString(1, "{\"index\":" + last + ",\"gaps\":[]}");
      int unused = seen.executeUpdate();
    }
    service = RunningLedger.on(database, "node-1");
    plain = Math.max(plainlyRead(), plainlyRead());
    print("plain ordered read with JSON parse: %.0f events/s (%d events)", plain, last);
    events = Math.max(readAsEvents(), readAsEvents());
    print("the same, parsed into events: %.0f events/s", events);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** What everything is measured by: an ordered SELECT of the same rows, each parsed. */
  private static double plainlyRead() throws SQLException {
    ObjectMapper mapper = LedgerJson.mapper();
    long begin = System.nanoTime();
    long members = 0;
    try (Connection connection = service.connections().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement select =
          connection.prepareStatement(
              "select position, stream, name, payload from ledger_event order by position")) {
        select.setFetchSize(1000);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            members += mapper.readTree(rows.getString(4)).size();
          }
        }
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new AssertionError(e);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    assertThat(members).isGreaterThan(last);
    return last / seconds(begin);
  }

  /** What everything that is made of events has to do at least. */
  private static double readAsEvents() {
    long begin = System.nanoTime();
    long[] read = {0};
    service.the(EventLog.class).each(0, last, event -> read[0]++);
    assertThat(read[0]).isEqualTo(last);
    return last / seconds(begin);
  }

  @Test
  @Order(1)
  void rebuilds_every_projection() {
    Projections projections = service.the(Projections.class);
    List<String> names = ONLY.isEmpty() ? projections.names() : List.of(ONLY.split(","));
    for (String name : names) {
      // Those that there is an aim for are built twice, as the plain read is made twice.
      double rate = rebuilt(projections, name);
      rate = AIMED.contains(name) ? Math.max(rate, rebuilt(projections, name)) : rate;
      print(
          "rebuild %-14s %8.1f s, %7.0f events/s, ratio %.2f (%.2f to events), heap %d MiB at most",
          name, last / rate, rate, rate / plain, rate / events, peakHeap());
    }
    assertThat(service.jdbc().sql("select count(*) from view_timeline").query(Long.class).single())
        .isEqualTo(last);
  }

  private static double rebuilt(Projections projections, String name) {
    long begin = System.nanoTime();
    projections.rebuild(name);
    return last / seconds(begin);
  }

  @Test
  @Order(2)
  void answers_questions() {
    EventLog log = service.the(EventLog.class);
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    double read = median(() -> log.one(1 + random.nextLong(last)));
    print("read one event by its primary key: %.2f ms", read);
    new Questions(service, random, last)
        .all()
        .forEach((question, answer) -> {
          double[] millis = millis(answer);
          double half = millis[millis.length / 2];
          print(
              "ask %-44s median %7.2f ms, 99 %% within %7.2f ms, ratio %6.1f",
              question, half, millis[millis.length * 99 / 100], half / read);
        });
  }

  @Test
  @Order(3)
  void keeps_up_with_500_commands_a_second() throws Exception {
    List<EnvironmentId> environments = LargeLedger.environments(PROJECTS);
    Map<Long, Long> recorded = new ConcurrentHashMap<>();
    NavigableMap<Long, Long> reached = new ConcurrentSkipListMap<>();
    Projections projections = service.the(Projections.class);
    double[] first =
        environments.stream()
            .mapToDouble(id -> {
              long begin = System.nanoTime();
              long unused = record(id, true);
              return seconds(begin) * 1000;
            })
            .sorted()
            .toArray();
    print(
        "the first command to an environment, which reads its stream: %.1f ms (median), %.1f ms"
            + " (most)",
        first[first.length / 2], first[first.length - 1]);
    environments.forEach(id -> record(id, false));
    service.settle();
    ExecutorService clients = Executors.newFixedThreadPool(8);
    ExecutorService watch = Executors.newSingleThreadExecutor();
    watch.execute(() -> {
      while (!Thread.currentThread().isInterrupted()) {
        Long unused = reached.putIfAbsent(slowest(projections), System.nanoTime());
        LockSupport.parkNanos(500_000);
      }
    });
    long begin = System.nanoTime();
    for (int i = 0; i < COMMANDS_PER_SECOND * SECONDS; i++) {
      EnvironmentId id = environments.get(i % environments.size());
      boolean freeze = (i / environments.size()) % 2 == 0;
      long due = begin + i * 1_000_000_000L / COMMANDS_PER_SECOND;
      clients.execute(() -> {
        LockSupport.parkNanos(due - System.nanoTime());
        recorded.put(record(id, freeze), System.nanoTime());
      });
    }
    clients.shutdown();
    assertThat(clients.awaitTermination(SECONDS * 5, TimeUnit.SECONDS)).isTrue();
    double rate = recorded.size() / seconds(begin);
    service.settle();
    Thread.sleep(50);
    watch.shutdownNow();
    double[] lags =
        recorded.entrySet().stream()
            .mapToDouble(it -> lag(it.getValue(), reached.ceilingEntry(it.getKey())))
            .sorted()
            .toArray();
    print(
        "%d commands at %.0f/s: the slowest projection is behind by %.1f ms (median), %.1f ms"
            + " (99 %%), %.1f ms (most)",
        lags.length,
        rate,
        lags[lags.length / 2],
        lags[lags.length * 99 / 100],
        lags[lags.length - 1]);
    assertThat(lags).isNotEmpty();
  }

  private static long slowest(Projections projections) {
    return projections.names().stream().mapToLong(projections::reached).min().orElse(-1);
  }

  private static long record(EnvironmentId id, boolean freeze) {
    Instant now = Instant.now();
    return service
        .ledger()
        .record(
            freeze
                ? new FreezeEnvironment(id, "stop", "act_1", now)
                : new UnfreezeEnvironment(id, "go on", "act_1", now));
  }

  private static double lag(long recorded, Map.Entry<Long, Long> seen) {
    return Math.max(0, (seen.getValue() - recorded) / 1e6);
  }

  private static double median(Runnable question) {
    double[] millis = millis(question);
    return millis[millis.length / 2];
  }

  private static double[] millis(Runnable question) {
    for (int i = 0; i < 20; i++) {
      question.run();
    }
    double[] millis = new double[ASKED];
    for (int i = 0; i < ASKED; i++) {
      long begin = System.nanoTime();
      question.run();
      millis[i] = seconds(begin) * 1000;
    }
    Arrays.sort(millis);
    return millis;
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static long peakHeap() {
    return java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        / (1024 * 1024);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, "bench " + format + "%n", values);
  }
}
