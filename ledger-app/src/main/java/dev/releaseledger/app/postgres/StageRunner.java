package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs the steps of one stage on a database, with every setting pinned that they depend on. */
public final class StageRunner {

  private final Connection connection;
  private final StageListener listener;
  private final SortedMap<Integer, Long> millis = new TreeMap<>();
  private int current;

  private StageRunner(Connection connection, StageListener listener) {
    this.connection = connection;
    this.listener = listener;
  }

  /**
   * Runs a stage on a connection that is outside of a transaction, and leaves it so; where others
   * were in the way, as often as its steps say.
   *
   * @throws SQLException when the connection fails, so that nobody knows what was done
   */
  public static StageResult run(Connection connection, Stage stage, StageListener listener)
      throws SQLException {
    for (int attempt = 1; ; attempt++) {
      StageRunner runner = new StageRunner(connection, listener);
      StageResult result = stage.transactional() ? runner.together(stage) : runner.oneByOne(stage);
      if (!(result instanceof StageResult.Failed failed)
          || !BackOff.waited(stage, failed, attempt, listener)) {
        return result;
      }
    }
  }

  private StageResult together(Stage stage) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    boolean committed = false;
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      Session.pinForChanging(connection);
      for (Step step : stage.steps()) {
        current = step.number();
        run(statement, step, "SET LOCAL ");
      }
      listener.beforeCommit(stage);
      connection.commit();
      committed = true;
    } catch (SQLException e) {
      if (connectionLost(e)) {
        throw e;
      }
      return failed(e, true);
    } finally {
      if (!committed && !connection.isClosed()) {
        connection.rollback();
      }
      if (!connection.isClosed()) {
        connection.setAutoCommit(autoCommit);
      }
    }
    listener.afterCommit(stage);
    return new StageResult.Applied(millis);
  }

  private StageResult oneByOne(Stage stage) throws SQLException {
    boolean first = true;
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try {
        Session.pinForGood(connection);
        for (Step step : stage.steps()) {
          current = step.number();
          run(statement, step, "SET ");
          first = false;
        }
      } catch (SQLException e) {
        if (connectionLost(e)) {
          throw e;
        }
        return failed(e, first);
      } finally {
        if (!connection.isClosed()) {
          Session.release(connection);
        }
      }
    }
    listener.afterCommit(stage);
    return new StageResult.Applied(millis);
  }

  private void run(Statement statement, Step step, String set) throws SQLException {
    statement.execute(
        set
            + "lock_timeout = "
            + step.lockTimeoutMillis()
            + ";"
            + set
            + "statement_timeout = "
            + step.statementTimeoutMillis());
    listener.beforeStep(step);
    long start = System.nanoTime();
    statement.execute(step.sql());
    long taken = Duration.ofNanos(System.nanoTime() - start).toMillis();
    millis.put(step.number(), taken);
    listener.afterStep(step, taken);
  }

  private StageResult failed(SQLException e, boolean rolledBack) {
    return new StageResult.Failed(current, e.getSQLState(), ServerMessage.of(e), rolledBack);
  }

  /** Without an answer from the server nobody knows whether the commit was done. */
  private static boolean connectionLost(SQLException e) {
    String state = e.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }
}
