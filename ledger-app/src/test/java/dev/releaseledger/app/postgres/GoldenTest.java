package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Declared.Loaded;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Renaming;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder under {@code golden} declares a schema before and after. The plan between the two
 * must be the one in {@code plan.txt}, and must arrive, forwards and backwards. The rehearsal finds
 * nothing, or what is in {@code findings.txt} and, on the way back, {@code findings-back.txt},
 * which says as well why there is no way back. A folder with a file {@code versions} is for servers
 * from the major version in it.
 */
class GoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /** Set to rewrite what is expected after a change that is meant. */
  private static final boolean REWRITE = "true".equals(System.getenv("LEDGER_GOLDEN_REWRITE"));

  /** Set to a pattern of names to run only those cases. */
  private static final @Nullable String ONLY = System.getenv("LEDGER_GOLDEN_ONLY");

  /** Servers of other versions write the text of views in other words. */
  private static final int WRITTEN_ON = 17;

  /** The schemas by file, because both ways need both. */
  private static final Map<Path, Loaded> LOADED = new ConcurrentHashMap<>();

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> ONLY == null || name.matches(ONLY))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @Execution(ExecutionMode.CONCURRENT)
  void plans_and_arrives(String name) throws IOException, SQLException {
    requireVersion(name);
    Loaded before = load(name, "before.sql");
    Loaded after = load(name, "after.sql");
    SchemaPlan plan = plan(before.schema(), after);
    Path expected = GOLDEN.resolve(name).resolve("plan.txt");
    if (Databases.majorVersion() == Math.max(WRITTEN_ON, lowest(name))) {
      if (REWRITE) {
        Files.writeString(expected, text(plan));
      }
      assertThat(text(plan)).isEqualTo(Files.readString(expected));
    }
    if (!plan.blocked()) {
      assertArrives(before.schema(), plan, after.schema(), folder(name, "findings.txt"));
      assertThat(Diff.differences(after.schema(), applied(name, plan))).isEmpty();
    }
  }

  /** What becomes of a database that people made, and not the ledger. */
  private static Schema applied(String name, SchemaPlan plan) throws IOException, SQLException {
    Connection database = Databases.empty();
    Databases.execute(database, Files.readString(GOLDEN.resolve(name).resolve("before.sql")));
    Databases.apply(database, plan);
    Schema reached = CatalogReader.read(database, privileges(name));
    Databases.drop(database);
    return reached;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @Execution(ExecutionMode.CONCURRENT)
  void arrives_on_the_way_back(String name) throws IOException, SQLException {
    requireVersion(name);
    Loaded before = load(name, "before.sql");
    Loaded after = load(name, "after.sql");
    SchemaPlan plan = plan(after.schema(), before);
    Path expected = folder(name, "findings-back.txt");
    if (plan.blocked()) {
      assertFound(blockers(plan), expected);
    } else {
      assertArrives(after.schema(), plan, before.schema(), expected);
    }
  }

  private static SchemaPlan plan(Schema base, Loaded target) throws SQLException {
    PlanSettings settings =
        PlanSettings.defaults().on(Databases.majorVersion()).converting(target.conversions());
    Renaming renaming = Renaming.of(target.renames(), base, target.schema());
    return Planning.plan(
        base, renaming, renamed(base, renaming), target.schema(), settings, new TreeSet<>());
  }

  private static Schema renamed(Schema base, Renaming renaming) throws SQLException {
    if (renaming.isEmpty()) {
      return base;
    }
    Connection scratch = Databases.empty();
    Schema renamed = RenamedSchema.make(scratch, base, renaming.statements());
    Databases.drop(scratch);
    return renamed;
  }

  private static void assertArrives(
      Schema base, SchemaPlan plan, Schema target, Path expectedFindings)
      throws IOException, SQLException {
    Scratch scratch = Databases.scratch();
    Rehearsal rehearsal = Rehearsal.near(scratch, base, plan, target);
    Databases.drop(scratch);
    assertThat(rehearsal).isInstanceOf(Rehearsal.Rehearsed.class);
    String findings =
        ((Rehearsal.Rehearsed) rehearsal)
            .report().findings().stream()
                .map(finding -> finding.rule() + ": " + finding.message() + "\n")
                .collect(Collectors.joining());
    assertFound(findings, expectedFindings);
  }

  private static void assertFound(String findings, Path expectedFindings) throws IOException {
    if (Databases.majorVersion() < WRITTEN_ON) {
      return;
    }
    Path own = ofVersion(expectedFindings);
    if (Files.exists(own)) {
      assertThat(findings).isEqualTo(Files.readString(own));
      return;
    }
    if (REWRITE && !findings.isEmpty()) {
      Files.writeString(expectedFindings, findings);
    }
    String expected = Files.exists(expectedFindings) ? Files.readString(expectedFindings) : "";
    assertThat(findings).isEqualTo(expected);
  }

  /** What one version finds where others find something else, as in {@code findings.18.txt}. */
  private static Path ofVersion(Path findings) {
    String version = "." + Databases.majorVersion() + ".txt";
    return findings.resolveSibling(findings.getFileName().toString().replace(".txt", version));
  }

  private static Path folder(String name, String file) {
    return GOLDEN.resolve(name).resolve(file);
  }

  private static void requireVersion(String name) throws IOException {
    assumeThat(Databases.majorVersion()).as(name).isGreaterThanOrEqualTo(lowest(name));
  }

  /** The first version that knows what the case is about, where that is not every one. */
  private static int lowest(String name) throws IOException {
    Path file = GOLDEN.resolve(name).resolve("versions");
    return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
  }

  private static Privileges privileges(String name) {
    return Files.exists(folder(name, "privileges")) ? Privileges.GOVERNED : Privileges.IGNORED;
  }

  private static Loaded load(String name, String file) throws IOException, SQLException {
    Path path = GOLDEN.resolve(name).resolve(file);
    Loaded known = LOADED.get(path);
    if (known != null) {
      return known;
    }
    Connection scratch = Databases.empty();
    Declared declared =
        Declaration.load(
            new Scratch(scratch, () -> Databases.another(scratch), true),
            List.of(new SqlFile(file, Files.readString(path))),
            privileges(name));
    Databases.drop(scratch);
    assertThat(declared).isInstanceOf(Loaded.class);
    LOADED.put(path, (Loaded) declared);
    return (Loaded) declared;
  }

  private static String blockers(SchemaPlan plan) {
    return plan.blockers().stream()
        .map(blocker -> "blocked by " + blocker.rule() + ": " + blocker.message() + "\n")
        .collect(Collectors.joining());
  }

  private static String text(SchemaPlan plan) {
    String notes =
        plan.notes().stream()
            .map(note -> "noted by " + note.rule() + ": " + note.message() + "\n")
            .collect(Collectors.joining());
    String stages =
        plan.stages().stream()
            .map(
                stage -> stage.steps().stream().map(GoldenTest::text).collect(Collectors.joining()))
            .collect(Collectors.joining("-- commit\n"));
    return blockers(plan) + notes + stages;
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
