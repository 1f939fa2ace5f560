package dev.releaseledger.app.anchoring;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Lets one instance of the service anchor at a time. */
@Component
class AnchorTurn {

  private static final String LOCK = "hashtextextended('ledger_anchors', 0)";

  private final DataSource connections;

  AnchorTurn(DataSource connections) {
    this.connections = connections;
  }

  /**
   * Does something unless another instance is at it; whether it was done. The lock is one of the
   * session and not of a transaction, since answers of others are waited for meanwhile.
   */
  boolean alone(Runnable work) {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
        if (!row.next() || !row.getBoolean(1)) {
          return false;
        }
      }
      try {
        work.run();
      } finally {
        boolean unused = statement.execute("select pg_advisory_unlock(" + LOCK + ")");
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("whose turn it is cannot be found out", e);
    }
  }
}
