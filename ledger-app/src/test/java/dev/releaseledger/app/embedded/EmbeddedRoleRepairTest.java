package dev.releaseledger.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRoleRepairTest {

  @Test
  void a_role_that_changed_its_own_password_and_settings_is_as_before_after_a_restart(
      @TempDir Path data) throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        Connection connection = postgres.access(ServerRole.SCRATCH).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role ledger_scratch password 'mine'");
      statement.execute("alter role ledger_scratch set search_path = elsewhere");
    }

    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        Connection connection = postgres.access(ServerRole.SCRATCH).connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show search_path")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("\"$user\", public");
    }
  }
}
