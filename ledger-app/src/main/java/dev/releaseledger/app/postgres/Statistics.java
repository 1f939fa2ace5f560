package dev.releaseledger.app.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Lets the counters of a server catch up with what a session has done. */
final class Statistics {

  private static final int FLUSHES_ON_DEMAND = 15;

  private Statistics() {}

  static void flush(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    try (Statement statement = connection.createStatement()) {
      if (version >= FLUSHES_ON_DEMAND) {
        statement.execute("SELECT pg_stat_force_next_flush()");
      } else {
        // The collector of older servers is told at most every half second.
        statement.execute("SELECT pg_sleep(0.6)");
        statement.execute("SELECT pg_sleep(0.6)");
      }
      statement.execute("SELECT pg_stat_clear_snapshot()");
    }
  }
}
