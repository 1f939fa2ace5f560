package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Declared.Loaded;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prints how long the engine takes for schemas of growing size; only arriving is asserted. */
@Tag("bench")
class BenchmarkTest {

  private static final String SIZES =
      Objects.requireNonNullElse(System.getenv("LEDGER_BENCH_TABLES"), "100,1000,10000");

  /** Small runs first, and the first of them for nothing but to warm up. */
  static List<Integer> sizes() {
    return Arrays.stream(("100," + SIZES).split(",")).map(Integer::valueOf).toList();
  }

  private interface Work<T> {
    T run() throws SQLException, IOException;
  }

  private record Timed<T>(T result, double seconds) {}

  @ParameterizedTest(name = "{0} tables")
  @MethodSource("sizes")
  void plans_twenty_changes(int tables) throws SQLException, IOException {
    resetPeak();
    List<SqlFile> declared = new BenchmarkSchema(tables, true).files();
    Connection database = Databases.empty();
    for (SqlFile file : new BenchmarkSchema(tables, false).files()) {
      Databases.execute(database, file.text());
    }
    Databases.execute(database, "ANALYZE");
    Connection scratch = Databases.empty();
    Timed<Declared> loading = time(() -> Declaration.load(scratch, declared));
    Databases.drop(scratch);
    Loaded target = (Loaded) loading.result();
    Timed<Schema> reading = best(() -> CatalogReader.read(database));
    Schema base = reading.result();
    Timed<Diff> diffing = best(() -> Diff.between(base, target.schema()));
    PlanSettings settings = PlanSettings.defaults().on(Databases.majorVersion());
    Timed<SchemaPlan> planning = best(() -> Planning.plan(base, target.schema(), settings));
    Scratch copy = Databases.scratch();
    Timed<Rehearsal> rehearsing =
        time(() -> Rehearsal.near(copy, base, planning.result(), target.schema()));
    Databases.drop(copy);
    double dump =
        Math.min(
            PgDump.seconds(database), Math.min(PgDump.seconds(database), PgDump.seconds(database)));
    Databases.drop(database);

    double plan = reading.seconds() + diffing.seconds() + planning.seconds();
    System.out.printf(
        Locale.ROOT,
        "bench %6d tables: read %.2f s, diff %.3f s, plan %.2f s (together %.2f s, %.2f ms a table,"
            + " %s), rehearsal %.2f s, loading the declaration %.2f s, peak heap %d MB%n",
        tables,
        reading.seconds(),
        diffing.seconds(),
        planning.seconds(),
        plan,
        1000 * plan / tables,
        ratio(plan, dump),
        rehearsing.seconds(),
        loading.seconds(),
        peakMegabytes());
    assertThat(planning.result().steps()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(rehearsing.result()).isInstanceOf(Rehearsal.Rehearsed.class);
  }

  private static String ratio(double plan, double dump) {
    return Double.isNaN(dump)
        ? "no pg_dump for this server here to compare with"
        : String.format(Locale.ROOT, "%.1f times pg_dump's %.2f s", plan / dump, dump);
  }

  /** The best of three, because other programs run on the same machine. */
  private static <T> Timed<T> best(Work<T> work) throws SQLException, IOException {
    Timed<T> best = time(work);
    for (int i = 1; i < 3; i++) {
      Timed<T> again = time(work);
      best = again.seconds() < best.seconds() ? again : best;
    }
    return best;
  }

  private static <T> Timed<T> time(Work<T> work) throws SQLException, IOException {
    long start = System.nanoTime();
    T result = work.run();
    return new Timed<>(result, (System.nanoTime() - start) / 1e9);
  }

  private static void resetPeak() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peakMegabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
