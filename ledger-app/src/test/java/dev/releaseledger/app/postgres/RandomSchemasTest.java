package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Declared.Loaded;
import dev.releaseledger.app.postgres.random.RandomSchema;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Canonical;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of any two schemas, tried on random ones; the name of a test is its seed. */
class RandomSchemasTest {

  private static final int PAIRS = number("LEDGER_PAIRS", 12);
  private static final int SEED = number("LEDGER_SEED", 20261121);

  private static int blocked;

  static LongStream seeds() {
    return LongStream.range(SEED, SEED + PAIRS);
  }

  @AfterAll
  static void most_pairs_could_be_planned() {
    assertThat(blocked).isLessThanOrEqualTo(1 + PAIRS / 2);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Execution(ExecutionMode.CONCURRENT)
  void a_plan_arrives_and_its_undo_returns(long seed) throws SQLException {
    List<String> before = RandomSchema.before(seed, Databases.majorVersion());
    List<String> after = RandomSchema.after(seed, Databases.majorVersion());
    Schema base = load(before, seed);
    Schema target = load(after, seed);
    PlanSettings settings = PlanSettings.defaults().on(Databases.majorVersion());
    SchemaPlan plan = Planning.plan(base, target, settings);
    assertThat(Canonical.json(Planning.plan(base, target, settings)))
        .isEqualTo(Canonical.json(plan));
    if (plan.blocked()) {
      count(seed, plan);
      return;
    }
    Scratch scratch = Databases.scratch();
    Rehearsal rehearsal = Rehearsal.near(scratch, base, plan, target);
    Databases.drop(scratch);
    String story = "from\n" + script(before) + "\nto\n" + script(after) + "\nby\n" + text(plan);
    assertThat(rehearsal).as(story).isInstanceOf(Rehearsal.Rehearsed.class);
    assertThat(((Rehearsal.Rehearsed) rehearsal).report().findings()).as(story).isEmpty();
    assertThat(Diff.differences(target, applied(before, plan, seed))).as(story).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Execution(ExecutionMode.CONCURRENT)
  void the_order_of_declaration_makes_no_difference(long seed) throws SQLException {
    List<String> statements = RandomSchema.before(seed, Databases.majorVersion());
    Schema one = load(statements, seed);
    assertThat(one.unread()).as(script(statements)).isEmpty();
    List<String> order = runnable(RandomSchema.shuffled(statements, seed));
    order.addAll(RandomSchema.last(statements));
    Schema other = load(order, seed);
    assertThat(Diff.differences(one, other)).as(script(statements)).isEmpty();
    assertThat(Canonical.json(other)).isEqualTo(Canonical.json(one));
    assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
    assertThat(Planning.plan(one, other, PlanSettings.defaults()).steps()).isEmpty();
  }

  /** Where a database with the first schema is after the plan, without any copying. */
  private static Schema applied(List<String> before, SchemaPlan plan, long seed)
      throws SQLException {
    Connection database = Databases.empty();
    for (String sql : before) {
      Databases.execute(database, sql);
    }
    Databases.apply(database, plan);
    Schema reached = CatalogReader.read(database, privileges(seed));
    Databases.drop(database);
    return reached;
  }

  private static Privileges privileges(long seed) {
    return RandomSchema.governed(seed) ? Privileges.GOVERNED : Privileges.IGNORED;
  }

  private static synchronized void count(long seed, SchemaPlan plan) {
    blocked++;
    System.out.println("blocked: " + seed + " " + plan.blockers());
  }

  private static Schema load(List<String> statements, long seed) throws SQLException {
    Scratch scratch = Databases.scratch();
    List<SqlFile> files = List.of(new SqlFile("random.sql", script(statements)));
    Declared declared = Declaration.load(scratch, files, privileges(seed));
    Databases.drop(scratch);
    assertThat(declared).as(script(statements)).isInstanceOf(Loaded.class);
    return ((Loaded) declared).schema();
  }

  /** Puts off what cannot run yet. */
  private static List<String> runnable(List<String> shuffled) throws SQLException {
    Connection database = Databases.empty();
    List<String> order = new ArrayList<>();
    Deque<String> waiting = new ArrayDeque<>(shuffled);
    List<String> objections = new ArrayList<>();
    while (!waiting.isEmpty() && objections.size() < waiting.size()) {
      String sql = waiting.removeFirst();
      try {
        Databases.execute(database, sql);
        order.add(sql);
        objections.clear();
      } catch (SQLException e) {
        waiting.addLast(sql);
        objections.add(e.getMessage());
      }
    }
    Databases.drop(database);
    assertThat(waiting).as("%s in %s", objections, shuffled).isEmpty();
    return order;
  }

  private static String script(List<String> statements) {
    return String.join(";\n", statements) + ";\n";
  }

  private static String text(SchemaPlan plan) {
    return plan.steps().stream()
        .map(step -> "%d: %s\n   back by %s\n".formatted(step.number(), step.sql(), step.undo()))
        .collect(Collectors.joining());
  }

  private static int number(String name, int absent) {
    return Integer.parseInt(
        Objects.requireNonNullElse(System.getenv(name), Integer.toString(absent)));
  }
}
