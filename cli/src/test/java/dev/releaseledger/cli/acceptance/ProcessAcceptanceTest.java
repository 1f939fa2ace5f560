package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same through a process of its own: what a script sees. */
class ProcessAcceptanceTest extends AcceptanceTest {

  @Test
  void a_script_sees_the_release_on_stdout_and_the_refusal_in_the_exit_code() throws Exception {
    environment("dev");
    repository.declare("create table orders (id int primary key, note text);");

    Outcome applied = process("apply --only schema --env dev --ref main").exits(0);
    assertThat(applied.out()).containsPattern("(?m)^releaseId: rel_[0-9A-Z]{26}$");

    repository.declare("create table orders (id int primary key);");
    Outcome refused = process("apply --only schema --env dev --ref main").exits(4);
    assertThat(refused.out()).isEmpty();
    refused.says("requires --force");
    database("dev").execute("alter table orders add column hotfix int");
    process("drift check --env dev").exits(3).prints("orders.hotfix");
  }

  private Outcome process(String line) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Duser.home=" + home));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.releaseledger.cli.LedgerCtl");
    command.addAll(words(line));
    Path out = home.resolve("out");
    Path err = home.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_"));
    builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL"));
    builder.environment().putAll(variables("admin"));
    int code = builder.start().waitFor();
    // Two logging backends are on the class path of the tests only.
    String errors =
        Files.readString(err)
            .lines()
            .filter(l -> !l.startsWith("SLF4J"))
            .reduce("", String::concat);
    return new Outcome(line, code, Files.readString(out), errors);
  }
}
