package dev.releaseledger.app.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Runs SQL that stands for itself: whole, or not at all where the server lets it. */
final class Script {

  /** "Cannot run inside a transaction block". */
  static final String NO_TRANSACTION = "25001";

  private Script() {}

  /** Runs it outside of any stage; answers with the server's message when it fails. */
  static @Nullable String run(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      Session.pinForChanging(connection);
      statement.execute(sql);
      connection.commit();
      return null;
    } catch (SQLException e) {
      connection.rollback();
      connection.setAutoCommit(true);
      return NO_TRANSACTION.equals(e.getSQLState())
          ? oneByOne(connection, sql)
          : ServerMessage.of(e);
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static @Nullable String oneByOne(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try {
        Session.pinForGood(connection);
        for (SqlStatement one : SqlScript.of(sql).statements()) {
          statement.execute(one.text());
        }
        return null;
      } catch (SQLException e) {
        return ServerMessage.of(e);
      } finally {
        statement.execute("RESET ALL");
      }
    }
  }
}
