package dev.releaseledger.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

  private static final String SERVICE = "ledger-app-0.1.0-SNAPSHOT-exec.jar";

  @TempDir Path folder;
  private ToyProject project = new ToyProject(Path.of(""));

  @BeforeEach
  void copy() throws IOException {
    project = ToyProject.in(folder.toRealPath());
  }

  @Test
  void the_first_use_builds_and_keeps_the_output_for_results() throws Exception {
    ToyProject.Run run = project.run("plan", "--ref", "a b");

    assertThat(run.exitCode()).isZero();
    assertThat(project.builds()).isOne();
    assertThat(run.errors()).isEqualTo("Building Release Ledger (first use, about a minute) ...\n");
    assertThat(run.output())
        .endsWith("-jar", project.root() + "/cli/target/ledgerctl.jar", "plan", "--ref", "a b");
  }

  @Test
  void help_about_the_service_comes_from_the_client() throws Exception {
    ToyProject.Run run = project.run("serve", "--help");

    assertThat(run.output())
        .endsWith("-jar", project.root() + "/cli/target/ledgerctl.jar", "serve", "--help");
  }

  @Test
  void the_next_use_builds_nothing_and_says_nothing() throws Exception {
    project.run("plan");

    assertThat(project.run("plan").errors()).isEmpty();
    assertThat(project.builds()).isOne();
  }

  @Test
  void what_somebody_else_built_is_used() throws Exception {
    project.run("plan");
    Files.delete(project.root().resolve("ledger-app/target/ledgerctl.stamp"));

    project.run("plan");

    assertThat(project.builds()).isOne();
  }

  @Test
  void a_source_that_changed_is_built() throws Exception {
    project.run("plan");
    touchSource();

    ToyProject.Run run = project.run("plan");

    assertThat(run.errors()).contains("its sources have changed");
    assertThat(project.builds()).isEqualTo(2);
  }

  @Test
  void a_failed_build_shows_why_and_starts_nothing() throws Exception {
    project.write("broken", "");

    ToyProject.Run run = project.run("plan");

    assertThat(run.exitCode()).isOne();
    assertThat(run.errors()).contains("the build failed").contains("A.java:1: error: no");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void several_first_uses_at_once_build_once() throws Exception {
    List<ToyProject.Started> started = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      started.add(project.start("ledgerctl", "jdk", "plan"));
    }
    for (ToyProject.Started one : started) {
      assertThat(one.finish().exitCode()).isZero();
    }

    assertThat(project.builds()).isOne();
  }

  @Test
  void serve_becomes_the_service_so_that_signals_reach_it() throws Exception {
    ToyProject.Started started =
        project.start("ledgerctl", "jdk", "serve", "--port", "8081", "--data", "my data");
    ToyProject.Run run = started.finish();

    assertThat(run.output())
        .startsWith(Long.toString(started.process().pid()))
        .endsWith(
            "-jar",
            project.unpacked().getFirst().resolve(SERVICE).toString(),
            "--port",
            "8081",
            "--data",
            "my data");
  }

  @Test
  void a_new_build_leaves_a_running_service_its_files() throws Exception {
    project.run("serve");
    Path running = project.unpacked().getFirst();
    touchSource();

    ToyProject.Run next = project.run("serve");

    assertThat(project.unpacked()).hasSize(2).startsWith(running);
    assertThat(next.output()).endsWith(project.unpacked().getLast().resolve(SERVICE).toString());
  }

  @Test
  void a_service_that_cannot_be_unpacked_is_started_packed() throws Exception {
    project.write("jdk/bin/cannot-unpack", "");

    assertThat(project.run("serve").output())
        .endsWith(project.root() + "/ledger-app/target/" + SERVICE);
  }

  @Test
  void it_is_found_through_a_link() throws Exception {
    Files.createSymbolicLink(project.root().resolve("link"), Path.of("ledgerctl"));

    assertThat(project.start("link", "jdk", "plan").finish().output())
        .contains(project.root() + "/cli/target/ledgerctl.jar");
  }

  @Test
  void a_java_that_is_too_old_is_refused_with_the_remedy() throws Exception {
    project.jdk("old", 21);

    ToyProject.Run run = project.start("ledgerctl", "old", "plan").finish();

    assertThat(run.exitCode()).isOne();
    assertThat(run.errors()).contains("not a JDK 25 or newer").contains("Install one");
    assertThat(project.builds()).isZero();
  }

  @Test
  void a_java_that_cannot_compile_still_runs_what_is_built() throws Exception {
    project.jdk("runtime", 25);
    Files.delete(project.root().resolve("runtime/bin/javac"));

    assertThat(project.start("ledgerctl", "runtime", "plan").finish().errors())
        .contains("building Release Ledger takes a JDK");
    project.run("plan");
    assertThat(project.start("ledgerctl", "runtime", "plan").finish().exitCode()).isZero();
  }

  private void touchSource() throws IOException {
    Path source = project.write("cli/src/main/java/A.java", "class A { int changed; }");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
  }
}
