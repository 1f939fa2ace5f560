package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.risk.cost.Lock;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs stages on the copy, measures what each step does, and reads what each leads to. */
final class Trial {

  private final Scratch scratch;
  private final Copied copied;
  private final boolean close;
  private final Map<Integer, Measured> measured = new TreeMap<>();
  private final Moments moments;

  /**
   * Prepares the run of a plan on a copy.
   *
   * @param close whether to read the schema between any two steps, or only between stages
   */
  Trial(Scratch scratch, boolean close, Moments moments) throws SQLException {
    this.scratch = scratch;
    this.copied = Copied.of(scratch.connection());
    this.close = close;
    this.moments = moments;
  }

  /** What a step that has run did. */
  Measured measured(Step step) {
    return measured.getOrDefault(step.number(), Measured.NOTHING);
  }

  StageResult run(Stage stage) throws SQLException {
    if (stage.transactional()) {
      return StageRunner.run(scratch.connection(), stage, new Inside());
    }
    StageResult result = new StageResult.Applied(new TreeMap<>());
    for (Step step : stage.steps()) {
      result = alone(step);
      if (result instanceof StageResult.Failed) {
        return result;
      }
      if (moments.after(step) == null) {
        moments.after(step, CatalogReader.reread(scratch.connection(), moments.privileges()));
      }
    }
    return result;
  }

  /** A transaction around a single statement changes nothing, but lets its locks be seen. */
  private StageResult alone(Step step) throws SQLException {
    StageResult result =
        StageRunner.run(scratch.connection(), new Stage(true, List.of(step)), new Inside());
    boolean refused =
        result instanceof StageResult.Failed failed
            && Script.NO_TRANSACTION.equals(failed.sqlState());
    return refused ? watched(step) : result;
  }

  private StageResult watched(Step step) throws SQLException {
    Connection connection = scratch.connection();
    Usage before = Usage.committed(connection);
    Clocked clocked = new Clocked();
    StageResult result;
    Map<Long, Lock> locks;
    try (LockWatch watch = LockWatch.begin(scratch)) {
      result = StageRunner.run(connection, new Stage(false, List.of(step)), clocked);
      locks = watch.end();
    }
    Usage after = Usage.committed(connection);
    // Whoever used what is dropped concurrently has been waited for: nobody meets its last lock.
    locks.keySet().removeIf(Copied.of(connection)::lacks);
    put(step, clocked.millis, locks, before, after);
    return result;
  }

  private void put(Step step, long millis, Map<Long, Lock> locks, Usage before, Usage after) {
    measured.put(
        step.number(),
        new Measured(
            millis,
            copied.locks(locks),
            copied.known(after.rewrittenSince(before)),
            copied.names(after.scannedSince(before))));
  }

  private static final class Clocked implements StageListener {
    private long millis;

    @Override
    public void afterStep(Step step, long taken) {
      millis = taken;
    }
  }

  /** Measures from within the transaction of a stage. */
  private final class Inside implements StageListener {
    private Usage before = new Usage(Map.of(), Map.of(), Map.of());

    @Override
    public void beforeStep(Step step) {
      before = measuring(() -> Usage.inTransaction(scratch.connection()));
    }

    @Override
    public void afterStep(Step step, long millis) {
      Usage after = measuring(() -> Usage.inTransaction(scratch.connection()));
      put(step, millis, after.lockedSince(before), before, after);
      if (close) {
        moments.after(step, measuring(this::read));
      }
    }

    /** Reading takes locks too, and must not be mistaken for the next step. */
    private Schema read() throws SQLException {
      Connection connection = scratch.connection();
      Savepoint savepoint = connection.setSavepoint();
      Schema schema = CatalogReader.rereadInTransaction(connection, moments.privileges());
      connection.rollback(savepoint);
      connection.releaseSavepoint(savepoint);
      return schema;
    }
  }

  private interface Reading<T> {
    T take() throws SQLException;
  }

  private static <T> T measuring(Reading<T> reading) {
    try {
      return reading.take();
    } catch (SQLException e) {
      throw new IllegalStateException("the copy cannot be measured", e);
    }
  }
}
