package dev.releaseledger.app.postgres;

import dev.releaseledger.app.settings.LedgerSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Asks a target about its rows without getting in anybody's way: in one snapshot, writing nothing,
 * waiting for no lock for long, and for a limited time, each question and all of them.
 */
final class BoundedReading implements AutoCloseable {

  private static final long LOCK_MILLIS = 1_000;

  private final Connection connection;
  private final Duration forEach;
  private final long end;

  /** Takes over a connection, which is outside of a transaction, and closes it in the end. */
  BoundedReading(Connection connection, LedgerSettings.Preflight settings) throws SQLException {
    this.connection = connection;
    this.forEach = settings.checkTimeout();
    this.end = System.nanoTime() + settings.timeout().toNanos();
    connection.setAutoCommit(false);
    execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    Session.pinForChanging(connection);
    // A policy that hides rows must not make a table look empty: the query fails instead.
    execute("SET LOCAL row_security = off; SET LOCAL lock_timeout = " + LOCK_MILLIS);
    execute("SAVEPOINT question");
  }

  /** What came of a question. */
  sealed interface Answer<T> {

    /** The answer. */
    record Given<T>(T value) implements Answer<T> {}

    /** There is none, for the reason and with the SQLSTATE of the server. */
    record Missing<T>(String sqlState, String reason) implements Answer<T> {}
  }

  /** Makes something of the rows of an answer. */
  interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /** Asks a question; whatever goes wrong with it is an answer as well. */
  <T> Answer<T> ask(String query, Reader<T> reader) throws SQLException {
    long millis = Math.min(forEach.toMillis(), (end - System.nanoTime()) / 1_000_000);
    if (millis <= 0) {
      return new Answer.Missing<>("57014", "there was no time left for it");
    }
    execute("SET LOCAL statement_timeout = " + millis);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet rows = statement.executeQuery(query)) {
        return new Answer.Given<>(reader.read(rows));
      }
    } catch (SQLException e) {
      execute("ROLLBACK TO question");
      String state = e.getSQLState();
      return new Answer.Missing<>(state == null ? "" : state, ServerMessage.of(e));
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
