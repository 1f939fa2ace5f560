package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.risk.cost.Lock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sees from another session which locks a statement takes that runs in transactions of its own.
 *
 * <p>Such a statement waits for writers. The watcher poses as one until the statement waits, so
 * that it is seen with the locks it waits with, however quick it is on an empty copy.
 */
final class LockWatch implements AutoCloseable {

  private static final int MOST_TABLES = 1_000;

  private final Connection watcher;
  private final Map<Long, Lock> seen = new HashMap<>();
  private final Thread thread;
  private volatile boolean ended;
  private @Nullable SQLException failure;

  private LockWatch(Connection watcher) {
    this.watcher = watcher;
    this.thread = Thread.ofVirtual().unstarted(this::watch);
  }

  static LockWatch begin(Scratch scratch) throws SQLException {
    Connection watcher = scratch.another().open();
    LockWatch watch = new LockWatch(watcher);
    watch.pose(pid(scratch.connection()), Copied.of(scratch.connection()).tables());
    watch.thread.start();
    return watch;
  }

  private static int pid(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT pg_backend_pid()")) {
      result.next();
      return result.getInt(1);
    }
  }

  private void pose(int watched, List<String> tables) throws SQLException {
    try (Statement statement = watcher.createStatement()) {
      statement.execute("SET ledger.watched = '" + watched + "'");
      watcher.setAutoCommit(false);
      if (!tables.isEmpty() && tables.size() <= MOST_TABLES) {
        statement.execute("LOCK TABLE " + String.join(", ", tables) + " IN ROW EXCLUSIVE MODE");
      }
    }
  }

  private void watch() {
    try {
      while (!ended) {
        if (look() && !watcher.getAutoCommit()) {
          watcher.commit();
          watcher.setAutoCommit(true);
        }
      }
    } catch (SQLException e) {
      failure = e;
    }
  }

  /** Notes the locks of the watched session; says whether it waits for one. */
  private boolean look() throws SQLException {
    boolean[] waits = {false};
    new Rows(watcher)
        .each(
            "locks",
            row -> {
              waits[0] |= !row.flag("granted");
              if (row.number("oid") != 0) {
                seen.merge(
                    row.number("oid"), LockModes.inCatalog(row.text("mode")), LockModes::stronger);
              }
            });
    return waits[0];
  }

  /** Ends the watch; what was seen. */
  Map<Long, Lock> end() throws SQLException {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
    return seen;
  }

  @Override
  public void close() throws SQLException {
    ended = true;
    watcher.close();
  }
}
