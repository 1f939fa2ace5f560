package dev.releaseledger.evidence.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jazzer looks for inputs that break a promise; what it tries next follows from what of the parsers
 * the last ones reached. It runs in a JVM of its own, which ends with the first that it finds.
 */
class JazzerTest {

  private static final Path FOLDER = Path.of("target/fuzz").toAbsolutePath();
  private static final int BRIEFLY = 8;
  private static final int SECONDS =
      Integer.parseInt(System.getenv().getOrDefault("LEDGER_FUZZ_SECONDS", "5"));

  static List<Target> targets() {
    return Targets.all();
  }

  @Test
  void a_short_search_over_all_parsers_finds_nothing() throws Exception {
    assertFindsNothing("", BRIEFLY);
  }

  @ParameterizedTest
  @MethodSource("targets")
  @Tag("real")
  void a_search_over_one_parser_finds_nothing(Target target) throws Exception {
    assertFindsNothing(target.name(), SECONDS);
  }

  private static void assertFindsNothing(String target, int seconds) throws Exception {
    Path folder = FOLDER.resolve(target.isEmpty() ? "all" : target);
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    List<byte[]> seeds = JazzerEntry.seeds(JazzerEntry.chosen(target));
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(corpus.resolve("seed-" + i), seeds.get(i));
    }
    Path log = folder.resolve("log.txt");
    Process jazzer =
        new ProcessBuilder(command(target, folder, seconds))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(jazzer.waitFor(seconds + 300L, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      jazzer.destroyForcibly();
    }
    assertThat(jazzer.exitValue()).as(() -> endOf(log)).isZero();
    assertThat(Files.readString(log)).contains("Done ");
  }

  private static List<String> command(String target, Path folder, int seconds) {
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
            "max_total_time",
            seconds,
            "timeout",
            20,
            "max_len",
            1 << 17,
            "rss_limit_mb",
            0,
            "seed",
            20260601,
            "artifact_prefix",
            folder + "/");
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
