package dev.releaseledger.app.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Pins what the text and the effect of statements depend on, for one transaction: the same input
 * then means the same on every server and for every role.
 */
final class Session {

  private static final String PINNED =
      """
      SET LOCAL TimeZone = 'UTC';
      SET LOCAL DateStyle = 'ISO, MDY';
      SET LOCAL IntervalStyle = 'postgres';
      SET LOCAL extra_float_digits = 1;
      SET LOCAL bytea_output = 'hex';
      SET LOCAL standard_conforming_strings = on;
      SET LOCAL backslash_quote = safe_encoding;
      SET LOCAL quote_all_identifiers = off;
      SET LOCAL transform_null_equals = off;
      SET LOCAL check_function_bodies = off;
      """;

  /** For reading: every name outside of the system catalog is written with its schema. */
  private static final String QUALIFIED =
      """
      SET LOCAL search_path = pg_catalog;
      -- Compiling the queries would take longer than running them does.
      SET LOCAL jit = off;
      """;

  /**
   * For changing: the statements themselves name schemas, but the bodies of functions that they
   * evaluate may not, and were written with {@code public} in mind.
   */
  private static final String WITH_PUBLIC = "SET LOCAL search_path = pg_catalog, public, pg_temp;";

  private Session() {}

  /** Pins the settings for reading, until the end of the transaction. */
  static void pinForReading(Connection connection) throws SQLException {
    execute(connection, PINNED + QUALIFIED);
  }

  /** Pins the settings for changing, until the end of the transaction. */
  static void pinForChanging(Connection connection) throws SQLException {
    execute(connection, PINNED + WITH_PUBLIC);
  }

  /** Pins the settings for changing outside of a transaction, until they are released. */
  static void pinForGood(Connection connection) throws SQLException {
    execute(connection, (PINNED + WITH_PUBLIC).replace("SET LOCAL", "SET"));
  }

  /** Releases what was pinned for good; the session keeps the name it is known by. */
  static void release(Connection connection) throws SQLException {
    String name = connection.getClientInfo("ApplicationName");
    execute(connection, "RESET ALL");
    connection.setClientInfo("ApplicationName", name);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Refuses servers outside the supported range. */
  static void requireSupported(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < 14 || version > 18) {
      throw new UnsupportedServer(connection.getMetaData().getDatabaseProductVersion());
    }
  }
}
