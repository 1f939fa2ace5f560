package dev.releaseledger.app.applying;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import dev.releaseledger.projections.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kills the service at every point of an apply and starts it again: the rollout ends released,
 * every statement is recorded once and none is executed twice.
 */
@PostgresTest
class CrashTest {

  private static final int KILLED = 137;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final AtomicInteger PROJECTS = new AtomicInteger();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static TestServer server;

  @SuppressWarnings("NullAway.Init")
  private static Path repository;

  @SuppressWarnings("NullAway.Init")
  private static Map<String, String> variables;

  @SuppressWarnings("NullAway.Init")
  private static ServiceProcess service;

  private final String project = "crash" + PROJECTS.incrementAndGet();
  private int statements = GrowingSchema.WITHOUT_ROWS;
  private final String environment = "/projects/" + project + "/environments/dev";

  @BeforeAll
  static void startService(TestServer testServer) throws Exception {
    server = testServer;
    repository = GrowingSchema.createIn(folder.resolve("repository"));
    TestDatabase any = server.createDatabase("access");
    variables =
        Map.of(
            "LEDGER_TARGET_USER",
            any.user(),
            "LEDGER_TARGET_PASSWORD",
            any.password(),
            "LEDGER_LOCK_TIMEOUT",
            "240s",
            "LEDGER_LEASE_PATIENCE",
            "2s");
    start();
  }

  @AfterAll
  static void stopService() {
    service.close();
  }

  private static void start() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    service = ServiceProcess.start(MortalLedger.class, data, variables);
    assertThat(service.url()).as("%s", service.messages()).isNotNull();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "STATEMENT_EXECUTED, 4",
    "COMMITTED, 2",
    "APPLY_RECORDED, 1",
  })
  void a_kill_while_the_target_lives_on(Point point, int occurrence) throws Exception {
    killedAndReleased(point, occurrence);
  }

  @Tag("long")
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "LEASE_TAKEN, 1",
    "STAGE_ANNOUNCED, 2",
    "STATEMENT_SENDING, 3",
    "STATEMENT_EXECUTED, 6",
    "COMMITTING, 2",
    "STAGE_RECORDED, 3",
    "DRIFT_CHECKED, 1",
    "RELEASED, 1",
  })
  void a_kill_at_any_other_point(Point point, int occurrence) throws Exception {
    killedAndReleased(point, occurrence);
  }

  private void killedAndReleased(Point point, int occurrence) throws Exception {
    prepare(server.createDatabase("crash"));

    killAt(point, occurrence);
    start();

    requireReleasedOnce();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "STATEMENT_EXECUTED, 3",
    "COMMITTED, 2",
  })
  void a_kill_that_takes_the_target_down_too(Point point, int occurrence) throws Exception {
    prepare("embedded:" + project);

    killAt(point, occurrence);
    start();

    requireReleasedOnce();
  }

  @Test
  void a_second_kill_during_the_resumption() throws Exception {
    prepare(server.createDatabase("crash"));
    killAt(Point.STATEMENT_EXECUTED, 4);
    Files.writeString(order(), "COMMITTED 1");
    start();
    assertThat(service.ended()).isEqualTo(KILLED);
    Files.delete(order());

    start();

    requireReleasedOnce();
  }

  @Test
  void a_kill_while_a_statement_waits_for_its_lock() throws Exception {
    TestDatabase target = server.createDatabase("crash");
    prepare(target);
    try (Connection reader = target.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("lock table orders in access share mode");
      service.post(environment + "/apply", "{\"ref\":\"v2\"}");
      await(() -> waiting(target).size() == 1);
      List<Long> orphan = waiting(target);
      service.kill();

      start();

      // The orphan lives on and holds the lease: nobody else may send a statement beside it.
      await(() -> connected(target) > 1);
      assertThat(waiting(target)).isEqualTo(orphan);
      assertThat(newest().path("status").asText()).isEqualTo("applying");
    }
    requireReleasedOnce();
  }

  @Test
  void a_kill_while_an_index_is_half_built() throws Exception {
    TestDatabase target = server.createDatabase("crash");
    prepare(target);
    try (Connection writer = target.connect();
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute("insert into orders values (2, 'sad')");
      breakOff(target, "v2");
      writer.rollback();
    }
    assertThat(numbers(target, "select count(*) from pg_index where not indisvalid"))
        .containsExactly(1L);

    start();

    requireReleasedOnce();
  }

  @Test
  void a_kill_while_a_partition_is_half_detached() throws Exception {
    TestDatabase target = server.createDatabase("crash");
    prepare(target);
    try (Connection reader = target.connect();
        Statement statement = reader.createStatement()) {
      statement.execute("insert into days values (1)");
      reader.setAutoCommit(false);
      statement.execute("lock table only days in access share mode");
      breakOff(target, "v3");
      reader.rollback();
    }
    assertThat(numbers(target, "select count(*) from pg_inherits where inhdetachpending"))
        .containsExactly(1L);

    start();

    statements = GrowingSchema.DETACHING;
    requireReleasedOnce("v3");
    assertThat(numbers(target, "select count(*) from day_1")).containsExactly(1L);
  }

  @Test
  void a_database_that_another_runner_holds_is_busy() throws Exception {
    TestDatabase target = server.createDatabase("busy");
    prepare(target);
    try (Connection other = target.connect();
        Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(x'524C4447'::int, 1)");
      service.post(environment + "/apply", "{\"ref\":\"v2\"}");

      await(() -> newest().path("status").asText().equals("failed"));

      assertThat(newest().path("failure").path("message").asText())
          .contains("Another apply holds the database");
    }
    service.post(environment + "/apply", "{\"ref\":\"v2\"}");
    requireReleasedOnce();
  }

  /** A table with a row, so that what reads it whole is done carefully. */
  private void prepare(TestDatabase target) throws Exception {
    prepare(target.jdbcUrl());
    try (Connection writer = target.connect();
        Statement statement = writer.createStatement()) {
      statement.execute("insert into orders values (1, 'sad')");
    }
    statements = GrowingSchema.WITH_A_ROW;
  }

  private void prepare(String url) throws Exception {
    service.post(
        "/projects", "{\"name\":\"%s\",\"repository\":\"%s\"}".formatted(project, repository));
    service.post(
        "/projects/" + project + "/environments",
        "{\"name\":\"dev\",\"urls\":{\"main\":\"%s\"}}".formatted(url));
    service.post(environment + "/apply", "{\"ref\":\"v1\"}");
    await(() -> newest().path("status").asText().equals("released"));
  }

  private void killAt(Point point, int occurrence) throws Exception {
    Files.writeString(order(), point + " " + occurrence);
    try {
      service.post(environment + "/apply", "{\"ref\":\"v2\"}");
    } catch (IOException e) {
      // The service died before it could answer.
    }
    assertThat(service.ended()).isEqualTo(KILLED);
    Files.delete(order());
  }

  /** Kills the service, and its session on the target, while a statement waits there. */
  private void breakOff(TestDatabase target, String ref) throws Exception {
    service.post(environment + "/apply", "{\"ref\":\"%s\"}".formatted(ref));
    await(() -> waiting(target).size() == 1);
    service.kill();
    long orphan = waiting(target).getFirst();
    assertThat(numbers(target, "select pg_terminate_backend(%d)::int".formatted(orphan)))
        .containsExactly(1L);
    await(() -> waiting(target).isEmpty());
  }

  private static Path order() {
    return folder.resolve("data").resolve(MortalLedger.ORDER);
  }

  private void requireReleasedOnce() throws Exception {
    requireReleasedOnce("v2");
  }

  private void requireReleasedOnce(String ref) throws Exception {
    await(() -> newest().path("status").asText().matches("released|failed"));
    JsonNode rollout = newest();
    assertThat(rollout.path("status").asText()).as("%s", rollout).isEqualTo("released");
    assertThat(rollout.path("requestedRef").asText()).isEqualTo(ref);
    assertThat(service.post(environment + "/drift/check", "{}").path("status").asText())
        .isEqualTo("clean");
    List<Integer> steps = new ArrayList<>();
    int releases = 0;
    for (JsonNode event :
        service.get("/timeline?limit=1000&environment=dev&project=" + project).path("items")) {
      if (event.path("rollout").asText().equals(rollout.path("id").asText())) {
        switch (event.path("type").asText()) {
          case "statement-applied" -> steps.add(event.path("data").path("step").asInt());
          case "release-advanced" -> releases++;
          default -> {}
        }
      }
    }
    assertThat(steps).isEqualTo(IntStream.rangeClosed(1, statements).boxed().toList());
    assertThat(releases).isEqualTo(1);
  }

  /** The environment's youngest rollout. */
  private JsonNode newest() throws IOException, InterruptedException {
    return service
        .get("/rollouts?limit=1&environment=dev&project=" + project)
        .path("items")
        .path(0);
  }

  /** The sessions of the ledger that wait for a lock. */
  private static List<Long> waiting(TestDatabase target) throws SQLException {
    return numbers(
        target,
        "select pid from pg_stat_activity where datname = current_database() and application_name"
            + " like 'release-ledger%' and wait_event_type = 'Lock' and wait_event in ('relation',"
            + " 'virtualxid')");
  }

  private static long connected(TestDatabase target) throws SQLException {
    return numbers(
            target,
            "select count(*) from pg_stat_activity where datname = current_database()"
                + " and application_name like 'release-ledger%'")
        .getFirst();
  }

  private static List<Long> numbers(TestDatabase target, String query) throws SQLException {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<Long> numbers = new ArrayList<>();
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
      return numbers;
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("the time it took").isLessThan(end);
      Thread.sleep(50);
    }
  }
}
