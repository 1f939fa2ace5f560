package dev.releaseledger.app.postgres;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs catalog queries and hands their rows on one by one. */
final class Rows {

  /** Scripts that are tried out prepare statements too, and must not meet these. */
  private static final String PREFIX = "ledger_%08x_".formatted(new SecureRandom().nextInt());

  private final Connection connection;
  private final @Nullable Set<String> prepared;

  private Rows(Connection connection, @Nullable Set<String> prepared) {
    this.connection = connection;
    this.prepared = prepared;
  }

  /** For a session that asks once. */
  static Rows once(Connection connection) {
    return new Rows(connection, null);
  }

  /**
   * For a session of its own that asks again and again. The server parses and plans each query once
   * (PostgreSQL manual, PREPARE), which takes more than twice as long as running it; the driver's
   * own prepared statements would be prepared anew after every change of the schema.
   */
  static Rows repeated(Connection connection) throws SQLException {
    Set<String> prepared = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet names =
            statement.executeQuery("SELECT name FROM pg_catalog.pg_prepared_statements")) {
      while (names.next()) {
        prepared.add(names.getString(1));
      }
    }
    return new Rows(connection, prepared);
  }

  /** What is done with a row. */
  interface Reading {
    void row(Row row) throws SQLException;
  }

  void each(String query, Reading reading) throws SQLException {
    String sql = Sql.named(query, connection.getMetaData().getDatabaseMajorVersion());
    try (Statement statement = connection.createStatement()) {
      try (ResultSet result = statement.executeQuery(kept(statement, query, sql))) {
        Row row = new Row(result);
        while (result.next()) {
          reading.row(row);
        }
      }
    }
  }

  private String kept(Statement statement, String query, String sql) throws SQLException {
    if (prepared == null) {
      return sql;
    }
    String name = PREFIX + query.replace('-', '_');
    if (prepared.add(name)) {
      statement.execute("PREPARE %s AS %s".formatted(name, sql));
    }
    return "EXECUTE " + name;
  }

  /** One row, by column name. */
  record Row(ResultSet result) {

    String text(String column) throws SQLException {
      String value = result.getString(column);
      if (value == null) {
        throw new SQLException("the catalog has no " + column);
      }
      return value;
    }

    @Nullable String orNull(String column) throws SQLException {
      return result.getString(column);
    }

    long number(String column) throws SQLException {
      return result.getLong(column);
    }

    boolean flag(String column) throws SQLException {
      return result.getBoolean(column);
    }

    List<String> texts(String column) throws SQLException {
      Array array = result.getArray(column);
      return array == null ? List.of() : List.of((String[]) array.getArray());
    }
  }
}
