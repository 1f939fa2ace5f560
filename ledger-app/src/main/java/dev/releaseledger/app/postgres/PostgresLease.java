package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.DatabaseLease;
import dev.releaseledger.app.port.StageObserver;
import dev.releaseledger.app.port.StageOutcome;
import dev.releaseledger.app.refusal.DatabaseRefusal.DatabaseBusy;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A target held by a session-level advisory lock.
 *
 * <p>The server frees the lock when the session ends, and not before its statement has ended: who
 * gets the lock after a crash knows that nothing of the crashed runner is running any more. The
 * lock is polled, because a session that waits for it inside a statement would hold a snapshot, and
 * a concurrent index build elsewhere would wait for that.
 */
final class PostgresLease implements DatabaseLease {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresLease.class);

  /** "RLDG" and 1: the one lock of the ledger in a database. */
  private static final int LOCK_CLASS = 0x524C4447;

  private static final int LOCK_OBJECT = 1;
  private static final Duration POLL = Duration.ofMillis(100);

  private final TargetUrls targets;
  private final String url;
  private final Connection connection;
  private final Privileges privileges;

  private PostgresLease(
      TargetUrls targets, String url, Connection connection, Privileges privileges) {
    this.targets = targets;
    this.url = url;
    this.connection = connection;
    this.privileges = privileges;
  }

  static PostgresLease take(
      TargetUrls targets, String url, String purpose, Duration patience, Privileges privileges) {
    try {
      Connection connection = targets.connect(url, "release-ledger " + purpose);
      boolean held = false;
      try {
        held = locked(connection, patience);
      } finally {
        if (!held) {
          connection.close();
        }
      }
      if (!held) {
        throw new Refused(new DatabaseBusy(url));
      }
      return new PostgresLease(targets, url, connection, privileges);
    } catch (SQLException e) {
      throw targets.refused(url, e);
    }
  }

  private static boolean locked(Connection connection, Duration patience) throws SQLException {
    long end = System.nanoTime() + patience.toNanos();
    do {
      try (PreparedStatement statement =
          connection.prepareStatement("select pg_catalog.pg_try_advisory_lock(?, ?)")) {
        statement.setInt(1, LOCK_CLASS);
        statement.setInt(2, LOCK_OBJECT);
        try (ResultSet row = statement.executeQuery()) {
          if (row.next() && row.getBoolean(1)) {
            return true;
          }
        }
      }
    } while (System.nanoTime() < end && pause());
    return false;
  }

  private static boolean pause() {
    try {
      Thread.sleep(POLL);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public Schema read() {
    try {
      return CatalogReader.read(connection, privileges);
    } catch (SQLException e) {
      throw targets.refused(url, e);
    }
  }

  @Override
  public StageOutcome run(Stage stage, StageObserver observer) {
    try {
      return switch (StageRunner.run(connection, stage, new Listening(observer))) {
        case StageResult.Applied applied ->
            new StageOutcome.Committed(List.copyOf(applied.millis().values()));
        case StageResult.Failed failed ->
            new StageOutcome.Failed(failed.step(), failed.sqlState(), failed.message());
      };
    } catch (SQLException e) {
      return new StageOutcome.Unknown(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw targets.refused(url, e);
    }
  }

  private record Listening(StageObserver observer) implements StageListener {

    @Override
    public void beforeStep(Step step) {
      observer.sending(step);
    }

    @Override
    public void afterStep(Step step, long millis) {
      observer.executed(step);
    }

    @Override
    public void beforeRetry(Step step, int attempt, Duration pause) {
      LOG.info(
          "Step {} did not get its lock in attempt {} of {}; it is tried again in {} ms",
          step.number(),
          attempt,
          step.retries().attempts(),
          pause.toMillis());
    }

    @Override
    public void beforeCommit(Stage stage) {
      observer.committing();
    }

    @Override
    public void afterCommit(Stage stage) {
      observer.committed();
    }
  }
}
