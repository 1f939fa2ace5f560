package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.TriedStatement.Outcome;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a server says of a statement of a script that it refuses. */
final class ServerError {

  private ServerError() {}

  /**
   * The refusal, with the line it is about.
   *
   * @throws SQLException when the connection is lost, so that the script cannot go on
   */
  static Outcome outcome(SqlStatement statement, SQLException e) throws SQLException {
    String state = e.getSQLState();
    if (state == null || state.startsWith("08") || state.startsWith("57P")) {
      throw e;
    }
    ServerErrorMessage error = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    return new Outcome.Failed(
        error == null ? statement.line() : statement.lineOf(error.getPosition()),
        state,
        ServerMessage.of(e),
        error == null ? null : error.getHint());
  }
}
