package dev.releaseledger.app.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * An empty database that is thrown away after use.
 *
 * @param connection to work on it
 * @param another opens more connections, to watch the work
 * @param own whether the server is the ledger's own, so that roles may be made on it
 */
public record Scratch(Connection connection, Opening another, boolean own) {

  /** Opens a connection to the same database, which the caller closes. */
  public interface Opening {
    /** A new connection. */
    Connection open() throws SQLException;
  }
}
