package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Declared.Loaded;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder under {@code golden} declares a schema before and after. The plan between the two
 * must be the one in {@code plan.txt}, and must arrive, forwards and backwards.
 */
class GoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /** Set to rewrite what is expected after a change that is meant. */
  private static final boolean REWRITE = "true".equals(System.getenv("LEDGER_GOLDEN_REWRITE"));

  /** Servers of other versions write the text of views in other words. */
  private static final int WRITTEN_ON = 17;

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void plans_and_arrives(String name) throws IOException, SQLException {
    Loaded before = load(name, "before.sql");
    Loaded after = load(name, "after.sql");
    SchemaPlan plan = plan(before.schema(), after);
    Path expected = GOLDEN.resolve(name).resolve("plan.txt");
    if (REWRITE) {
      Files.writeString(expected, text(plan));
    }
    if (Databases.majorVersion() == WRITTEN_ON) {
      assertThat(text(plan)).isEqualTo(Files.readString(expected));
    }
    if (!plan.blocked()) {
      assertArrives(before.schema(), plan, after.schema());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void arrives_on_the_way_back(String name) throws IOException, SQLException {
    Loaded before = load(name, "before.sql");
    Loaded after = load(name, "after.sql");
    SchemaPlan plan = plan(after.schema(), before);
    if (!plan.blocked()) {
      assertArrives(after.schema(), plan, before.schema());
    }
  }

  private static SchemaPlan plan(Schema base, Loaded target) {
    return Planning.plan(
        base, target.schema(), PlanSettings.defaults().converting(target.conversions()));
  }

  private static void assertArrives(Schema base, SchemaPlan plan, Schema target)
      throws SQLException {
    Connection scratch = Databases.empty();
    Rehearsal rehearsal = Rehearsal.rehearse(scratch, base, plan, target);
    assertThat(rehearsal).isInstanceOf(Rehearsal.Rehearsed.class);
    assertThat(((Rehearsal.Rehearsed) rehearsal).undo())
        .isInstanceOfAny(UndoProof.LeadsBack.class, UndoProof.NoWayBack.class);
    Databases.drop(scratch);
  }

  private static Loaded load(String name, String file) throws IOException, SQLException {
    Connection scratch = Databases.empty();
    String sql = Files.readString(GOLDEN.resolve(name).resolve(file));
    Declared declared = Declaration.load(scratch, List.of(new SqlFile(file, sql)));
    Databases.drop(scratch);
    assertThat(declared).isInstanceOf(Loaded.class);
    return (Loaded) declared;
  }

  private static String text(SchemaPlan plan) {
    String blockers =
        plan.blockers().stream()
            .map(blocker -> "blocked by " + blocker.rule() + ": " + blocker.message() + "\n")
            .collect(Collectors.joining());
    String stages =
        plan.stages().stream()
            .map(
                stage -> stage.steps().stream().map(GoldenTest::text).collect(Collectors.joining()))
            .collect(Collectors.joining("-- commit\n"));
    return blockers + stages;
  }

  private static String text(Step step) {
    String lock = step.lock() == null ? "no lock" : step.lock();
    String rules =
        step.findings().stream()
            .map(finding -> ", " + finding.rule())
            .collect(Collectors.joining());
    String force = step.destructive() ? ", needs force" : "";
    return "-- %s: %s, %s%s%s%n%s;%n"
        .formatted(
            step.summary(),
            step.risk().name().toLowerCase(Locale.ROOT),
            lock,
            rules,
            force,
            step.sql());
  }
}
