package dev.releaseledger.app.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a catalog query and hands its rows on one by one. */
record Rows(Connection connection) {

  /** What is done with a row. */
  interface Reading {
    void row(Row row) throws SQLException;
  }

  void each(String query, Reading reading) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(Sql.named(query, version))) {
      Row row = new Row(result);
      while (result.next()) {
        reading.row(row);
      }
    }
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
