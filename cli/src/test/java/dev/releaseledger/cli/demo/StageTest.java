package dev.releaseledger.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.Program;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

class StageTest {
  private final StringWriter seen = new StringWriter();

  @Test
  void shows_the_command_its_output_and_an_unusual_exit_code() {
    stage(4, "refused: %last\n").ledgerctl(Actor.grace, ExitCode.REFUSED, "apply --reason 'a b'");

    assertThat(seen.toString())
        .isEqualTo("\ngrace$ ledgerctl apply --reason 'a b'\nrefused: a b\n(exit code 4)\n");
  }

  @Test
  void insists_on_the_exit_code_the_story_tells() {
    Stage stage = stage(0, "");

    assertThatThrownBy(() -> stage.ledgerctl(Actor.admin, ExitCode.REFUSED, "apply"))
        .isInstanceOf(Deviation.class)
        .hasMessageContaining("`ledgerctl apply` ended with exit code 0, not 4");
  }

  @Test
  void asks_without_showing() {
    assertThat(stage(0, "{\"token\":\"rl_secret\"}").ask("token create").path("token").asText())
        .isEqualTo("rl_secret");
    assertThat(seen.toString()).isEmpty();
  }

  private Stage stage(int code, String output) {
    Surroundings audience =
        new Surroundings(
            Map.of(),
            Path.of("/home"),
            Path.of("/work"),
            new PrintWriter(seen),
            new PrintWriter(seen),
            false,
            false,
            InstantSource.system());
    return new Stage(
        new Scripted(code, output),
        audience,
        Path.of("/demo"),
        Map.of(),
        new EmbeddedDatabases(Path.of("/demo/embedded.properties")));
  }

  private record Scripted(int code, String output) implements Program {

    @Override
    public Session open(CommandSpec command) {
      throw new AssertionError("no command of the program itself runs here");
    }

    @Override
    public int run(Surroundings surroundings, String... arguments) {
      surroundings.out().print(output.replace("%last", arguments[arguments.length - 1]));
      surroundings.out().flush();
      return code;
    }
  }
}
