package dev.releaseledger.app.store.rights;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** A few words with the server, on one connection. */
record Sql(Connection connection) {

  /** Runs one statement; each {@code %I} in it is a name. */
  void run(String statement, String... names) throws SQLException {
    try (Statement run = connection.createStatement()) {
      boolean unused = run.execute(named(statement, names));
    }
  }

  /** The rows of a question, columns as text; each {@code ?} is a text. */
  List<List<String>> rows(String question, String... parameters) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(question)) {
      for (int i = 0; i < parameters.length; i++) {
        ask.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = ask.executeQuery()) {
        int width = rows.getMetaData().getColumnCount();
        List<List<String>> answer = new ArrayList<>();
        while (rows.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= width; i++) {
            row.add(String.valueOf(rows.getString(i)));
          }
          answer.add(row);
        }
        return answer;
      }
    }
  }

  /** The first column of the answer. */
  List<String> texts(String question, String... parameters) throws SQLException {
    return rows(question, parameters).stream().map(List::getFirst).toList();
  }

  /** The only value of the answer. */
  String text(String question, String... parameters) throws SQLException {
    return texts(question, parameters).getFirst();
  }

  /** Whether the answer is yes. */
  boolean holds(String question, String... parameters) throws SQLException {
    return text(question, parameters).equals("t");
  }

  private String named(String statement, String... names) throws SQLException {
    PGConnection escaping = connection.unwrap(PGConnection.class);
    String text = statement;
    for (String name : names) {
      int at = text.indexOf("%I");
      text = text.substring(0, at) + escaping.escapeIdentifier(name) + text.substring(at + 2);
    }
    return text;
  }
}
