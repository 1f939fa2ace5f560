package dev.releaseledger.app.store.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;

/**
 * Makes indexes two at a time, by a connection each. The server's own workers share the reading of
 * a table, but one alone writes an index; two indexes at once keep two cores busy to the end.
 */
final class IndexBuilders {

  private final DataSource connections;

  IndexBuilders(DataSource connections) {
    this.connections = connections;
  }

  /** Runs statements by this connection and by another one, and commits each. */
  void run(List<String> statements, Connection connection) throws Exception {
    ConcurrentLinkedQueue<String> waiting = new ConcurrentLinkedQueue<>(statements);
    if (statements.size() < 2) {
      work(waiting, connection);
      return;
    }
    FutureTask<Boolean> beside = new FutureTask<>(() -> beside(waiting));
    Thread.ofPlatform().name("rebuild-indexer").daemon().start(beside);
    try {
      work(waiting, connection);
    } finally {
      // Where this one has failed, the other one need not go on.
      waiting.clear();
      boolean _ = beside.get();
    }
  }

  private boolean beside(ConcurrentLinkedQueue<String> waiting) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try {
        work(waiting, connection);
        return true;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void work(ConcurrentLinkedQueue<String> waiting, Connection connection)
      throws SQLException {
    for (String next = waiting.poll(); next != null; next = waiting.poll()) {
      RebuiltTables.run(connection, "set local maintenance_work_mem to '256MB'");
      RebuiltTables.run(connection, "set local max_parallel_maintenance_workers to 0");
      RebuiltTables.run(connection, next);
      connection.commit();
    }
  }
}
