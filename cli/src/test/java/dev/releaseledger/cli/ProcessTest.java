package dev.releaseledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The program as a process of its own: what only the operating system can show. */
class ProcessTest extends CliTest {

  @Test
  void results_and_problems_go_different_ways() throws Exception {
    server.replies("GET /projects", 200, answer("projects"));

    Outcome outcome = process("project", "list");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                """
                PROJECT  REPOSITORY     ENVIRONMENTS
                shop     /srv/git/shop  dev, prod
                """,
                ""));
  }

  @Test
  void a_file_is_the_same_whatever_language_the_process_was_started_in() throws Exception {
    String file = "position,sentence\r\n1,Zoë schrieb 改变 🚀\r\n";
    variables.put("LC_ALL", "C");
    server.replies("GET /timeline?project=shop&environment=dev&format=csv", 200, file);

    assertThat(process("timeline", "--format", "csv")).isEqualTo(new Outcome(0, file, ""));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_file_that_does_not_fit_on_the_disk_does_not_pass_for_a_whole_one() throws Exception {
    server.replies(
        "GET /timeline?project=shop&environment=dev&format=csv", 200, "position\r\n1\r\n");

    Outcome outcome = process(new File("/dev/full"), "timeline", "--format", "csv");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("error: The output could not be written to its end\n");
  }

  @Test
  void the_exit_code_is_the_process_exit_code() throws Exception {
    variables.put("LEDGER_SERVER", "http://127.0.0.1:1");

    Outcome outcome = process("whoami");

    assertThat(outcome.code()).isEqualTo(69);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("error: The service cannot be reached\n");
  }

  @Test
  void a_wrong_command_line_ends_with_64() throws Exception {
    assertThat(process("plan").code()).isEqualTo(64);
  }

  @Test
  void serve_runs_the_named_service_and_ends_as_it_does() throws Exception {
    Path jar = home.resolve("not-a.jar");
    Files.createFile(jar);
    variables.put("LEDGER_APP_JAR", jar.toString());

    Outcome outcome = process("serve", "--port", "0");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("not-a.jar");
  }

  private Outcome process(String... arguments) throws IOException, InterruptedException {
    return process(home.resolve("out").toFile(), arguments);
  }

  private Outcome process(File out, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Duser.home=" + home,
                "dev.releaseledger.cli.LedgerCtl"));
    command.addAll(List.of(arguments));
    Path err = home.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_"));
    builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL"));
    builder.environment().putAll(variables);
    int code = builder.start().waitFor();
    return new Outcome(
        code,
        out.isFile() ? Files.readString(out.toPath(), UTF_8) : "",
        Files.readString(err, UTF_8));
  }
}
