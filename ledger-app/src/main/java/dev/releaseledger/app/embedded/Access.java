package dev.releaseledger.app.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How one role reaches one database; never printed with its password. */
public record Access(String jdbcUrl, String user, String password) {

  /** A new connection; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
