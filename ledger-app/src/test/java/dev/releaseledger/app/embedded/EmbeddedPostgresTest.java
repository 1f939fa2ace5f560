package dev.releaseledger.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  @TempDir Path data;

  @Test
  void data_survives_a_restart() throws SQLException {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(data)) {
      run(first.access(ServerRole.OWNER), "create table kept as select 42 as answer");
    }
    try (EmbeddedPostgres second = EmbeddedPostgres.start(data)) {
      assertThat(ask(second.access(ServerRole.OWNER), "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void a_closed_server_is_gone() {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
    Access ledger = postgres.access(ServerRole.LEDGER);

    postgres.close();

    assertThat(postgres.isRunning()).isFalse();
    assertThatThrownBy(ledger::connect).isInstanceOf(SQLException.class);
    assertThat(PostmasterPid.file(data.resolve("postgres"))).doesNotExist();
  }

  @Test
  void a_second_start_in_the_same_process_is_refused_and_harms_nothing() throws SQLException {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(data)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(data))
          .isInstanceOfSatisfying(
              DataDirectoryInUseException.class,
              refusal ->
                  assertThat(refusal.pid())
                      .isEqualTo(OptionalLong.of(ProcessHandle.current().pid())))
          .hasMessageContaining(data.toString());

      assertThat(ask(first.superuser(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void what_is_committed_is_on_disk_and_checked_when_read() throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(ask(postgres.superuser(), "show fsync")).isEqualTo("on");
      assertThat(ask(postgres.superuser(), "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres.superuser(), "show data_checksums")).isEqualTo("on");
      assertThat(ask(postgres.superuser(), "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(postgres.superuser(), "show listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void nobody_else_can_read_the_passwords_or_the_data() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(postgres.isRunning()).isTrue();
      assertThat(permissions("postgres.credentials")).isEqualTo("rw-------");
      assertThat(permissions("postgres.log")).isEqualTo("rw-------");
      assertThat(permissions("postgres")).isEqualTo("rwx------");
      assertThat(data.resolve("postgres.initial")).doesNotExist();
    }
  }

  @Test
  void passwords_are_in_no_log_and_no_text() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      Access scratch = postgres.access(ServerRole.SCRATCH);
      assertThatThrownBy(() -> run(scratch, "select 'hunter2'::int"))
          .isInstanceOf(SQLException.class);

      assertThat(scratch.toString()).doesNotContain(scratch.password());
      assertThat(Files.readString(data.resolve("postgres.log")))
          .contains("ready to accept connections")
          .doesNotContain(scratch.password())
          .doesNotContain("select 'hunter2'");
    }
  }

  @Test
  void a_data_directory_without_its_passwords_is_refused_with_the_remedy() throws IOException {
    EmbeddedPostgres.start(data).close();
    Files.delete(data.resolve("postgres.credentials"));

    assertThatThrownBy(() -> EmbeddedPostgres.start(data))
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("postgres.credentials is missing")
        .hasMessageContaining("Restore");
  }

  @Test
  void data_of_another_postgres_is_refused_with_the_remedy() throws IOException {
    EmbeddedPostgres.start(data).close();
    Files.writeString(data.resolve("postgres/PG_VERSION"), "13\n");

    assertThatThrownBy(() -> EmbeddedPostgres.start(data))
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("made by PostgreSQL 13");
  }

  @Test
  void a_refused_start_leaves_the_directory_free() throws IOException, SQLException {
    EmbeddedPostgres.start(data).close();
    Files.writeString(data.resolve("postgres/postgresql.conf"), "no_such_setting = on\n");
    assertThatThrownBy(() -> EmbeddedPostgres.start(data)).hasMessageContaining("no_such_setting");

    Files.writeString(data.resolve("postgres/postgresql.conf"), "");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(ask(postgres.superuser(), "select 1")).isEqualTo("1");
    }
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name)));
  }

  private static void run(Access access, String sql) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Access access, String sql) throws SQLException {
    try (Connection connection = access.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
