package dev.releaseledger.evidence.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jazzer looks for inputs that break a promise; what it tries next follows from what of the parsers
 * the last ones reached. It runs in a JVM of its own, which ends with the first that it finds.
 */
class JazzerTest {

  private static final Path FOLDER = Path.of("target/fuzz").toAbsolutePath();
  private static final String SECONDS = "LEDGER_FUZZ_SECONDS";

  /** So many inputs from one seed: what is found is found again. */
  private static final int FEW = 8_000;

  private static final int MANY = 80_000;
  private static final int LONGEST_SECONDS = 240;

  static List<Target> targets() {
    return Targets.all();
  }

  @Test
  void a_short_search_over_all_parsers_finds_nothing() throws Exception {
    assertFindsNothing("", Map.of("runs", FEW, "max_total_time", LONGEST_SECONDS));
  }

  @Test
  @Tag("real")
  void a_longer_search_over_all_parsers_finds_nothing() throws Exception {
    assertFindsNothing("", Map.of("runs", MANY, "max_total_time", LONGEST_SECONDS));
  }

  @ParameterizedTest
  @MethodSource("targets")
  @Tag("real")
  @EnabledIfEnvironmentVariable(named = SECONDS, matches = "[1-9]\\d*")
  void a_search_over_one_parser_finds_nothing(Target target) throws Exception {
    assertFindsNothing(
        target.name(), Map.of("max_total_time", Integer.parseInt(System.getenv(SECONDS))));
  }

  private static void assertFindsNothing(String target, Map<String, Integer> limits)
      throws Exception {
    Path folder = FOLDER.resolve(target.isEmpty() ? "all" : target);
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    List<byte[]> seeds = JazzerEntry.seeds(JazzerEntry.chosen(target));
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(corpus.resolve("seed-" + i), seeds.get(i));
    }
    Path log = folder.resolve("log.txt");
    Process jazzer =
        new ProcessBuilder(command(target, folder, limits))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      long seconds = Objects.requireNonNull(limits.get("max_total_time")) + 300L;
      assertThat(jazzer.waitFor(seconds, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      jazzer.destroyForcibly();
    }
    assertThat(jazzer.exitValue()).as(() -> endOf(log)).isZero();
    assertThat(Files.readString(log)).contains("Done ");
  }

  private static List<String> command(String target, Path folder, Map<String, Integer> bounds) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dledger.fuzz.only=" + target,
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + JazzerEntry.class.getName(),
            "--instrumentation_includes=dev.releaseledger.**",
            "--custom_hook_includes=dev.releaseledger.**",
            "--reproducer_path=" + folder));
    Map<String, Object> limits =
        Map.of(
            "timeout",
            60,
            "max_len",
            1 << 17,
            "rss_limit_mb",
            0,
            "seed",
            20260601,
            "artifact_prefix",
            folder + "/");
    bounds.forEach((name, value) -> command.add("-" + name + "=" + value));
    limits.forEach((name, value) -> command.add("-" + name + "=" + value));
    command.add(folder.resolve("corpus").toString());
    return command;
  }

  private static String endOf(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
