package dev.releaseledger.app.store;

import dev.releaseledger.projections.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What an administrator of the server can do to what is recorded, whatever is granted to whom. */
public final class Tampering {

  private Tampering() {}

  /** Runs statements as the superuser, with the triggers out of the way until they are done. */
  public static void with(TestDatabase database, String... statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // Foreign keys do not look.
      statement.execute("set local session_replication_role = replica");
      List<String> guarded = guarded(statement);
      for (String table : guarded) {
        statement.execute("alter table " + table + " disable trigger append_only");
      }
      for (String sql : statements) {
        statement.execute(sql);
      }
      for (String table : guarded) {
        statement.execute("alter table " + table + " enable always trigger append_only");
      }
      connection.commit();
    }
  }

  private static List<String> guarded(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select tgrelid::regclass::text from pg_trigger where tgname = 'append_only'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
