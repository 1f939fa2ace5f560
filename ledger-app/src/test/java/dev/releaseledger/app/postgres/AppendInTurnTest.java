package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An event must not become visible below the position of one that is visible already. */
class AppendInTurnTest {

  @Test
  void who_appends_waits_until_the_one_before_has_committed() throws SQLException, IOException {
    Connection first = Databases.with(migration());
    try (Connection second = Databases.another(first)) {
      first.setAutoCommit(false);
      Databases.execute(first, append("a"));
      Databases.execute(second, "set lock_timeout = 200");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> Databases.execute(second, append("b")))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("55P03"));
      first.commit();
      Databases.execute(second, append("b"));
      assertThat(
              Databases.value(
                  second, "select string_agg(stream, '' order by position) from ledger_event"))
          .isEqualTo("ab");
      // The one that was turned away had not even drawn a position.
      assertThat(Databases.value(second, "select max(position) from ledger_event")).isEqualTo("2");
    } finally {
      first.setAutoCommit(true);
      Databases.drop(first);
    }
  }

  private static String append(String stream) {
    return """
    insert into ledger_event
      (event_id, stream, stream_sequence, stream_type, recorded_at, name, payload, metadata)
    values ('%1$s', '%1$s', 0, 't', 'now', 'n', '{}', '{}')
    """
        .formatted(stream);
  }

  private static String migration() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(
            AppendInTurnTest.class.getResourceAsStream("/db/migration/V1__ledger.sql"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
