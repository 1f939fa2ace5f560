package dev.releaseledger.app.postgres;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;

/** Takes the message of a server's error without the values from rows that it may quote. */
final class ServerMessage {

  private static final Pattern QUOTED_VALUE = Pattern.compile(": \".*", Pattern.DOTALL);
  private static final Pattern VALUE_WITHIN = Pattern.compile("\".*\"", Pattern.DOTALL);

  private ServerMessage() {}

  static String of(SQLException e) {
    String message = e.getMessage();
    if (e instanceof PSQLException p && p.getServerErrorMessage() != null) {
      message = p.getServerErrorMessage().getMessage();
    }
    String text = message == null ? "no message" : message;
    String state = e.getSQLState();
    boolean aboutData = state != null && state.startsWith("22");
    return aboutData
        ? VALUE_WITHIN.matcher(QUOTED_VALUE.matcher(text).replaceFirst("")).replaceAll("\"...\"")
        : text;
  }
}
