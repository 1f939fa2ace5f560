package dev.releaseledger.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server and the process it belongs to, in all the ways that process can end. */
class EmbeddedProcessTest {

  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  @TempDir Path data;

  @Test
  void a_killed_process_leaves_no_server_and_loses_nothing() throws Exception {
    ChildLedger killed = ChildLedger.start(data);
    assertThat(killed.rows()).isEqualTo("1");

    killed.kill();

    awaitSilence(killed.port());
    try (ChildLedger next = ChildLedger.start(data)) {
      assertThat(next.rows()).isEqualTo("2");
    }
  }

  @Test
  void a_server_that_was_left_behind_is_stopped_by_the_next_start() throws Exception {
    ChildLedger killed = ChildLedger.start(data);
    ProcessHandle watchdog =
        killed
            .process()
            .children()
            .filter(child -> child.info().commandLine().orElse("").contains("ledger-postgres"))
            .findFirst()
            .orElseThrow();
    // Without the watchdog nobody tells the server.
    watchdog
        .descendants()
        .filter(EmbeddedProcessTest::isWatcher)
        .forEach(ProcessHandle::destroyForcibly);
    watchdog.destroyForcibly();
    killed.kill();
    ProcessHandle orphan =
        PostmasterPid.read(data.resolve("postgres")).orElseThrow().server().orElseThrow();

    try (ChildLedger next = ChildLedger.start(data)) {
      assertThat(next.rows()).isEqualTo("2");
      assertThat(orphan.isAlive()).isFalse();
    }
  }

  @Test
  void a_stale_pid_file_whose_number_now_belongs_to_another_process_is_no_obstacle()
      throws Exception {
    try (ChildLedger first = ChildLedger.start(data)) {
      assertThat(first.rows()).isEqualTo("1");
    }
    Process bystander = new ProcessBuilder("sleep", "60").start();
    Files.writeString(
        PostmasterPid.file(data.resolve("postgres")),
        bystander.pid() + "\n" + data + "\n0\n5432\n\n127.0.0.1\n\nready\n");

    try (ChildLedger next = ChildLedger.start(data)) {
      assertThat(next.rows()).isEqualTo("2");
      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroy();
    }
  }

  @Test
  void a_second_process_is_refused_and_told_who_holds_the_directory() throws Exception {
    try (ChildLedger first = ChildLedger.start(data)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(data))
          .isInstanceOfSatisfying(
              DataDirectoryInUseException.class,
              refusal ->
                  assertThat(refusal.pid()).isEqualTo(OptionalLong.of(first.process().pid())));
      assertThat(first.process().isAlive()).isTrue();
    }
  }

  @Test
  void a_locale_that_is_not_installed_does_not_matter() throws Exception {
    Map<String, String> german = Map.of("LC_ALL", "de_DE.UTF-8", "LANG", "tr_TR.UTF-8");
    try (ChildLedger ledger =
        ChildLedger.start(List.of(), System.getProperty("java.class.path"), german, data)) {
      assertThat(ledger.firstLine()).startsWith("READY");
    }
  }

  @Test
  void an_ordinary_user_without_a_home_starts_it_too() throws Exception {
    Assumptions.assumeTrue(Ownership.ownUid() == 0, "only root can become another user");
    Assumptions.assumeTrue(
        Command.run(Duration.ofSeconds(5), List.of("setpriv", "--version")).exitCode() == 0,
        "setpriv is not installed");
    Path everybody = Files.createTempDirectory("ledger-nobody");
    try {
      Files.setPosixFilePermissions(everybody, PosixFilePermissions.fromString("rwxr-xr-x"));
      String classPath = copiedClassPath(Files.createDirectory(everybody.resolve("classpath")));
      Path theirs = Files.createDirectory(everybody.resolve("data"));
      Ownership.give(theirs, 65534);

      try (ChildLedger ledger =
          ChildLedger.start(AS_NOBODY, classPath, Map.of("HOME", "/nonexistent"), theirs)) {
        assertThat(ledger.firstLine()).startsWith("READY");
        assertThat(Ownership.uidOf(theirs.resolve("postgres"))).isEqualTo(65534);
      }
    } finally {
      FileTree.delete(everybody);
    }
  }

  private static boolean isWatcher(ProcessHandle process) {
    return !process.info().command().orElse("").endsWith("/postgres");
  }

  private static void awaitSilence(int port) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
        Thread.sleep(Duration.ofMillis(50));
      } catch (IOException e) {
        return;
      }
    }
    throw new AssertionError("the server still answers");
  }

  /** What only this user may read is put where everybody may. */
  private static String copiedClassPath(Path directory) throws IOException {
    List<String> copies = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path original = Path.of(entry);
      if (Files.exists(original)) {
        Path copy = directory.resolve(copies.size() + "-" + original.getFileName());
        copyTree(original, copy);
        copies.add(copy.toString());
      }
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
