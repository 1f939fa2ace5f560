package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.risk.cost.Lock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees from another session which locks a statement takes that runs in transactions of its own.
 *
 * <p>Such a statement waits for writers. Sessions pose as those until the statement waits for them,
 * so that it is seen with the locks it waits with, however quick it is on an empty copy. Partitions
 * have a writer to themselves, because a partition that goes is waited for after its whole.
 */
final class LockWatch implements AutoCloseable {

  private static final int MOST_TABLES = 1_000;

  private final Connection watcher;
  private final int watched;
  private final Map<Integer, Connection> writers = new HashMap<>();
  private final Map<Long, Lock> seen = new HashMap<>();
  private final Thread thread;
  private volatile boolean ended;
  private @Nullable SQLException failure;

  private LockWatch(Connection watcher, int watched) {
    this.watcher = watcher;
    this.watched = watched;
    this.thread = Thread.ofVirtual().unstarted(this::watch);
  }

  static LockWatch begin(Scratch scratch) throws SQLException {
    LockWatch watch = new LockWatch(scratch.another().open(), pid(scratch.connection()));
    try {
      Copied copied = Copied.of(scratch.connection());
      watch.pose(scratch, copied.wholeTables());
      watch.pose(scratch, copied.leaves());
      watch.thread.start();
      return watch;
    } catch (SQLException e) {
      watch.close();
      throw e;
    }
  }

  private static int pid(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT pg_backend_pid()")) {
      result.next();
      return result.getInt(1);
    }
  }

  private void pose(Scratch scratch, List<String> tables) throws SQLException {
    if (tables.isEmpty() || tables.size() > MOST_TABLES) {
      return;
    }
    Connection writer = scratch.another().open();
    writers.put(pid(writer), writer);
    writer.setAutoCommit(false);
    try (Statement statement = writer.createStatement()) {
      statement.execute(
          "LOCK TABLE ONLY %s IN ROW EXCLUSIVE MODE".formatted(String.join(", ONLY ", tables)));
    }
  }

  private void watch() {
    try (Statement statement = watcher.createStatement()) {
      statement.execute("SET ledger.watched = '" + watched + "'");
      while (!ended) {
        // Who is in the way stays there until it is seen what for.
        Set<Integer> inTheWay = inTheWay(statement);
        look();
        letGo(inTheWay);
      }
    } catch (SQLException e) {
      failure = e;
    } finally {
      // A watcher that sees nothing must not leave anybody waiting.
      letGo(Set.copyOf(writers.keySet()));
    }
  }

  private Set<Integer> inTheWay(Statement statement) throws SQLException {
    Set<Integer> pids = new HashSet<>();
    String query = "SELECT unnest(pg_blocking_pids(" + watched + "))";
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        pids.add(rows.getInt(1));
      }
    }
    return pids;
  }

  /** Notes the locks of the watched session, and those it waits for. */
  private void look() throws SQLException {
    LockModes.held(Rows.once(watcher))
        .forEach((oid, lock) -> seen.merge(oid, lock, LockModes::stronger));
  }

  private void letGo(Set<Integer> inTheWay) {
    for (int pid : inTheWay) {
      try (Connection writer = writers.remove(pid)) {
        // Its locks go with it.
      } catch (SQLException e) {
        failure = e;
      }
    }
  }

  /** Ends the watch; what was seen. */
  Map<Long, Lock> end() throws SQLException {
    stop();
    if (failure != null) {
      throw failure;
    }
    return seen;
  }

  private void stop() {
    ended = true;
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws SQLException {
    stop();
    letGo(Set.copyOf(writers.keySet()));
    watcher.close();
  }
}
