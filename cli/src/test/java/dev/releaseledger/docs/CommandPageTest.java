package dev.releaseledger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.session.ExitCode;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class CommandPageTest {

  private static final String PAGE = Pages.text("docs/cli.md");
  private static final Pattern OPTION = Pattern.compile("`(--?[a-z][a-z-]*)");
  private static final Set<String> CHAPTERS = Set.of("Options of every command", "Exit codes");
  private static final SortedMap<String, CommandLine> COMMANDS = Commands.all();

  static Stream<String> names() {
    return COMMANDS.keySet().stream();
  }

  @Test
  void every_command_has_a_section_and_every_section_is_a_command() {
    SortedSet<String> sections = Pages.found(Pattern.compile("(?m)^## (.+)$"), PAGE);
    sections.removeAll(CHAPTERS);

    assertThat(sections).isEqualTo(COMMANDS.keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_options_of_a_command_are_all_described_and_no_others(String name) {
    SortedSet<String> options = new TreeSet<>();
    for (OptionSpec option : spec(name).options()) {
      if (!option.inherited()) {
        options.addAll(Arrays.asList(option.names()));
      }
    }

    assertThat(Pages.found(OPTION, rows(Pages.section(PAGE, name)))).isEqualTo(options);
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_arguments_of_a_command_are_described(String name) {
    for (PositionalParamSpec argument : spec(name).positionalParameters()) {
      assertThat(Pages.section(PAGE, name)).contains("| `" + argument.paramLabel() + "` |");
    }
  }

  @Test
  void the_options_of_every_command_are_described() {
    SortedSet<String> options = new TreeSet<>();
    for (OptionSpec option : Commands.root().getCommandSpec().options()) {
      options.addAll(Arrays.asList(option.names()));
    }

    assertThat(Pages.found(OPTION, rows(Pages.section(PAGE, "Options of every command"))))
        .isEqualTo(options);
  }

  @Test
  void every_exit_code_is_described() {
    SortedSet<String> codes = new TreeSet<>();
    for (ExitCode code : ExitCode.values()) {
      codes.add(Integer.toString(code.code()));
    }

    assertThat(Pages.found(Pattern.compile("(?m)^\\| (\\d+) \\|"), PAGE)).isEqualTo(codes);
  }

  /** The first cells of a section's table. */
  private static String rows(String section) {
    return String.join(
        "\n", Pages.found(Pattern.compile("(?m)^\\| (`(?:[^|]|\\\\\\|)*) \\|"), section));
  }

  private static CommandSpec spec(String name) {
    return Objects.requireNonNull(COMMANDS.get(name)).getCommandSpec();
  }
}
