package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Declared.Loaded;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Twelve years of a real schema, state by state, where the data is at hand. */
final class RealSchemas {

  /** What the authors of that schema wrote in their migrations, as a declaration says it. */
  private static final String NOTES =
      """
      -- ledger:using public.dependencies.features: string_to_array(features::text, ',')
      -- ledger:using public.versions.features: features::jsonb
      -- ledger:using public.api_tokens.token: pg_catalog.decode(token::text, 'hex')
      """;

  private static final Map<Integer, Loaded> STATES = new TreeMap<>();

  private RealSchemas() {}

  /** How many states there are; a test without the data is skipped. */
  static int count() throws IOException {
    return files().size();
  }

  /** Forgets the states that have been read. */
  static void forget() {
    STATES.clear();
  }

  private static List<Path> files() throws IOException {
    Path folder = shared().resolve("real-schemas/cratesio");
    assumeThat(Files.isDirectory(folder)).as("the real schemas are at hand: " + folder).isTrue();
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.sorted().toList();
    }
  }

  private static Loaded state(int index) throws IOException, SQLException {
    Loaded known = STATES.get(index);
    if (known != null) {
      return known;
    }
    Path file = files().get(index);
    Connection scratch = Databases.empty();
    SqlFile declared =
        new SqlFile(file.getFileName().toString(), Files.readString(file) + "\n" + NOTES);
    Declared outcome = Declaration.load(scratch, List.of(declared));
    assertThat(outcome).as(declared.path()).isInstanceOf(Loaded.class);
    Databases.drop(scratch);
    STATES.put(index, (Loaded) outcome);
    return (Loaded) outcome;
  }

  /** What one of the states declares. */
  static Schema schema(int index) throws IOException, SQLException {
    return state(index).schema();
  }

  /** What went wrong on the way, transition by transition. */
  static List<String> walk(int... route) throws IOException, SQLException {
    List<String> problems = new ArrayList<>();
    Connection database = Databases.empty();
    Schema observed = Schema.empty();
    for (int index : route) {
      Loaded wanted = state(index);
      problems.addAll(step(database, observed, wanted, "to " + (index + 1)));
      observed = CatalogReader.read(database);
    }
    Databases.drop(database);
    return problems;
  }

  private static List<String> step(
      Connection database, Schema observed, Loaded wanted, String label) throws SQLException {
    PlanSettings settings =
        PlanSettings.defaults().on(Databases.majorVersion()).converting(conversions(wanted));
    SchemaPlan plan = Planning.plan(observed, wanted.schema(), settings);
    if (plan.blocked()) {
      return List.of(label + ": " + plan.blockers());
    }
    for (Stage stage : plan.stages()) {
      if (StageRunner.run(database, stage, StageListener.NONE)
          instanceof StageResult.Failed failed) {
        String sql = plan.steps().get(failed.step() - 1).sql();
        return List.of(label + ": " + failed.message() + " in " + sql);
      }
    }
    return Diff.differences(wanted.schema(), CatalogReader.read(database)).stream()
        .map(difference -> label + ": " + difference.text())
        .toList();
  }

  private static SortedMap<String, String> conversions(Loaded wanted) {
    return new TreeMap<>(wanted.conversions());
  }

  private static Path shared() {
    String given = System.getenv("LEDGER_SHARED_DIR");
    return given == null ? Path.of("../../shared") : Path.of(given);
  }
}
