package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads the schema of a database from its catalog. */
public final class CatalogReader {

  private CatalogReader() {}

  /**
   * The schema as one moment of the database has it; the connection is left as it was found, which
   * must be outside of a transaction.
   *
   * @throws UnsupportedServer when the server is older than PostgreSQL 14 or newer than 18
   */
  public static Schema read(Connection connection) throws SQLException {
    return read(connection, Privileges.IGNORED);
  }

  /** The same, with privileges among the objects or beside them. */
  public static Schema read(Connection connection, Privileges privileges) throws SQLException {
    return read(connection, privileges, Rows.once(connection));
  }

  /** The same, in a session of its own that reads again and again. */
  static Schema reread(Connection connection, Privileges privileges) throws SQLException {
    return read(connection, privileges, Rows.repeated(connection));
  }

  private static Schema read(Connection connection, Privileges privileges, Rows rows)
      throws SQLException {
    Session.requireSupported(connection);
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      }
      Session.pinForReading(connection);
      return new Snapshot(rows).read(privileges);
    } finally {
      connection.rollback();
      connection.setAutoCommit(autoCommit);
    }
  }

  /**
   * The schema as the current transaction sees it, whose session settings this pins, in a session
   * of its own that reads again and again.
   */
  static Schema rereadInTransaction(Connection connection, Privileges privileges)
      throws SQLException {
    Session.pinForReading(connection);
    return new Snapshot(Rows.repeated(connection)).read(privileges);
  }
}
