package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest extends CliTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plna",
        "project",
        "plan",
        "plan --ref",
        "whoami --format xml",
        "whoami extra"
      })
  void a_wrong_command_line_ends_with_64_and_points_to_the_help(String line) {
    Outcome outcome = run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("error: ").contains("--help`");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_misspelt_command_is_guessed() {
    assertThat(run("plna").err()).contains("ledgerctl plan");
  }

  @Test
  void help_is_a_result() {
    Outcome outcome = run("--help");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("Exit codes:").contains("5    waiting for approval");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void every_command_has_help() {
    assertThat(run("rollout", "approve", "--help").out()).contains("--digest").contains("--server");
  }
}
