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
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Walks a database through twelve years of a real schema. */
@Tag("real")
class RealSchemasTest {

  /** What the authors of that schema wrote in their migrations, as a declaration says it. */
  private static final String NOTES =
      """
      -- ledger:using public.dependencies.features: string_to_array(features::text, ',')
      -- ledger:using public.versions.features: features::jsonb
      -- ledger:using public.api_tokens.token: pg_catalog.decode(token::text, 'hex')
      """;

  private static final List<Loaded> STATES = new ArrayList<>();

  @BeforeAll
  static void load_every_state() throws IOException, SQLException {
    Path folder = shared().resolve("real-schemas/cratesio");
    assumeThat(Files.isDirectory(folder)).as("the real schemas are at hand: " + folder).isTrue();
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.sorted().toList();
    }
    for (Path file : files) {
      Connection scratch = Databases.empty();
      SqlFile declared =
          new SqlFile(file.getFileName().toString(), Files.readString(file) + "\n" + NOTES);
      Declared outcome = Declaration.load(scratch, List.of(declared));
      assertThat(outcome).as(declared.path()).isInstanceOf(Loaded.class);
      STATES.add((Loaded) outcome);
      Databases.drop(scratch);
    }
  }

  @AfterAll
  static void forget() {
    STATES.clear();
  }

  @Test
  void goes_from_the_first_state_to_the_last_one_by_one() throws SQLException {
    assertThat(walk(IntStream.range(0, STATES.size()).toArray())).isEmpty();
  }

  @Test
  void goes_from_the_first_state_to_the_last_in_three_jumps() throws SQLException {
    assertThat(walk(0, 89, 179, 273)).isEmpty();
  }

  @Test
  void goes_from_the_last_state_to_the_first_one_by_one() throws SQLException {
    assertThat(walk(IntStream.range(0, STATES.size()).map(i -> STATES.size() - 1 - i).toArray()))
        .isEmpty();
  }

  @Test
  void goes_back_in_three_jumps() throws SQLException {
    assertThat(walk(273, 179, 89, 0)).isEmpty();
  }

  @Test
  void goes_back_and_forth_in_a_hundred_jumps() throws SQLException {
    assertThat(walk(new Random(20261121).ints(100, 0, STATES.size()).toArray())).isEmpty();
  }

  /** What went wrong on the way, transition by transition. */
  private static List<String> walk(int... route) throws SQLException {
    List<String> problems = new ArrayList<>();
    Connection database = Databases.empty();
    Schema observed = Schema.empty();
    for (int index : route) {
      Loaded wanted = STATES.get(index);
      problems.addAll(step(database, observed, wanted, "to " + (index + 1)));
      observed = CatalogReader.read(database);
    }
    Databases.drop(database);
    return problems;
  }

  private static List<String> step(
      Connection database, Schema observed, Loaded wanted, String label) throws SQLException {
    PlanSettings settings = PlanSettings.defaults().converting(conversions(wanted));
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
