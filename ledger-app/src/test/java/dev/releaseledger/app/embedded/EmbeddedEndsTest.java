package dev.releaseledger.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ends of a server that take their time, or come at a bad one. */
class EmbeddedEndsTest {

  @ParameterizedTest
  @MethodSource("waysThatWatch")
  void a_server_that_takes_longer_to_stop_is_not_killed(PrivilegeDrop drop, @TempDir Path parent)
      throws Exception {
    Assumptions.assumeTrue(Ownership.ownUid() == 0, "only root has to drop anything");
    Assumptions.assumeTrue(drop.works(), "this machine does not allow " + drop.prefix());
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path data = parent.resolve("data");
    EmbeddedPostgres postgres = EmbeddedPostgres.start(data, drop);
    Connection held = postgres.superuser().connect();
    long backend = backendOf(held);

    ServerProcess.signal("STOP", backend);
    CompletableFuture<Void> goesOn =
        CompletableFuture.runAsync(
            () -> signal("CONT", backend), CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS));
    postgres.close();
    goesOn.join();

    assertThat(Files.readString(data.resolve("postgres.log")))
        .contains("database system is shut down");
    assertThat(PostmasterPid.file(data.resolve("postgres"))).doesNotExist();
  }

  @Test
  void what_a_killed_server_has_left_is_waited_for(@TempDir Path parent) throws Exception {
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path data = parent.resolve("data");
    EmbeddedPostgres killed = EmbeddedPostgres.start(data);
    try (Connection busy = killed.superuser().connect()) {
      long backend = backendOf(busy);
      long server = PostmasterPid.read(data.resolve("postgres")).orElseThrow().pid();
      // A stopped process keeps the memory of the server, and notices nothing.
      ServerProcess.signal("STOP", backend);
      ServerProcess.signal("KILL", server);
      killed.close();
      CompletableFuture<Void> goesOn =
          CompletableFuture.runAsync(
              () -> signal("CONT", backend),
              CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));

      try (EmbeddedPostgres again = EmbeddedPostgres.start(data)) {
        assertThat(goesOn).isCompleted();
        assertThat(again.isRunning()).isTrue();
      }
      assertThatThrownBy(() -> backendOf(busy)).isInstanceOf(SQLException.class);
    }
  }

  static List<PrivilegeDrop> waysThatWatch() {
    return PrivilegeDrop.FOR_ROOT.subList(2, PrivilegeDrop.FOR_ROOT.size());
  }

  private static long backendOf(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void signal(String name, long pid) {
    try {
      ServerProcess.signal(name, pid);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
