package dev.releaseledger.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrivilegeDropTest {

  @ParameterizedTest
  @MethodSource("waysForRoot")
  void root_starts_and_restarts_the_server_in_every_way_this_machine_allows(
      PrivilegeDrop drop, @TempDir Path parent) throws Exception {
    Assumptions.assumeTrue(Ownership.ownUid() == 0, "only root has to drop anything");
    Assumptions.assumeTrue(drop.works(), "this machine does not allow " + drop.prefix());
    openToAll(parent);
    Path data = parent.resolve("data");

    EmbeddedPostgres.start(data, drop).close();

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, drop)) {
      assertThat(postgres.isRunning()).isTrue();
      assertThat(Ownership.uidOf(data.resolve("postgres"))).isEqualTo(drop.owner());
    }
  }

  @Test
  void the_way_can_change_between_two_starts(@TempDir Path parent) throws Exception {
    Assumptions.assumeTrue(Ownership.ownUid() == 0, "only root has to drop anything");
    PrivilegeDrop namespace = PrivilegeDrop.FOR_ROOT.get(0);
    PrivilegeDrop nobody = PrivilegeDrop.FOR_ROOT.get(1);
    Assumptions.assumeTrue(namespace.works() && nobody.works(), "needs unshare and setpriv");
    openToAll(parent);
    Path data = parent.resolve("data");

    for (PrivilegeDrop drop : List.of(namespace, nobody, namespace)) {
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, drop)) {
        assertThat(postgres.isRunning()).isTrue();
      }
    }
  }

  @Test
  void a_directory_the_servers_user_cannot_reach_is_refused_with_the_remedy(@TempDir Path parent)
      throws Exception {
    Assumptions.assumeTrue(Ownership.ownUid() == 0, "only root has to drop anything");
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));

    assertThatThrownBy(
            () -> EmbeddedPostgres.start(parent.resolve("data"), PrivilegeDrop.FOR_ROOT.get(1)))
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("--data");
  }

  @Test
  void a_way_that_is_not_installed_does_not_work() throws InterruptedException {
    assertThat(new PrivilegeDrop(List.of("no-such-program"), 0).works()).isFalse();
  }

  @Test
  void a_way_that_stays_root_does_not_work() throws InterruptedException {
    Assumptions.assumeTrue(Ownership.ownUid() == 0, "only root can stay root");
    assertThat(new PrivilegeDrop(List.of("env"), 0).works()).isFalse();
  }

  static List<PrivilegeDrop> waysForRoot() {
    return PrivilegeDrop.FOR_ROOT;
  }

  private static void openToAll(Path directory) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
