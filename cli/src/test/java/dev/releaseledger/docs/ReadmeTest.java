package dev.releaseledger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class ReadmeTest {

  private static final String README = Pages.text("README.md");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^(?:\\$ |LEDGER_TOKEN=\\S+ )?(?:\\./)?ledgerctl (.+)$");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  static Stream<String> commands() {
    return COMMAND
        .matcher(README)
        .results()
        .map(match -> match.group(1).replaceAll("\\s+#.*", "").strip());
  }

  @Test
  void the_tutorial_is_more_than_a_few_commands() {
    assertThat(commands()).hasSizeGreaterThan(15).contains("demo", "serve", "timeline");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_is_one_that_ledgerctl_takes(String command) {
    CommandLine.ParseResult parsed = Commands.root().parseArgs(words(command));

    assertThat(parsed.hasSubcommand()).isTrue();
  }

  @Test
  void the_two_commands_are_files_that_can_be_run() {
    assertThat(README).contains("./ledgerctl demo").contains("./mvnw verify");
    assertThat(Files.isExecutable(Pages.at("ledgerctl"))).isTrue();
    assertThat(Files.isExecutable(Pages.at("mvnw"))).isTrue();
  }

  @Test
  void the_build_server_runs_the_test_command_of_the_readme() {
    assertThat(Pages.text(".ci/run")).containsPattern("\\./mvnw .*verify");
  }

  @Test
  void every_folder_on_the_map_exists() {
    assertThat(Pages.found(Pattern.compile("(?m)^\\| `([\\w./-]+)` \\|"), README))
        .hasSizeGreaterThan(4)
        .allSatisfy(path -> assertThat(Pages.at(path)).exists());
  }

  private static String[] words(String command) {
    List<String> words = new ArrayList<>();
    WORD.matcher(command)
        .results()
        .forEach(match -> words.add(match.group(1) != null ? match.group(1) : match.group(2)));
    return words.toArray(String[]::new);
  }
}
