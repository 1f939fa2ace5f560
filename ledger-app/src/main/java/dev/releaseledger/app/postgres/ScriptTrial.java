package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.port.TriedStatement;
import dev.releaseledger.app.port.TriedStatement.Outcome;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.TakenLock;
import dev.releaseledger.domain.rehearsal.UndoMark;
import dev.releaseledger.domain.risk.cost.Lock;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Runs scripts on a scratch copy as psql would, and measures what each statement does. */
public final class ScriptTrial {

  private static final String FRESH_SESSION =
      """
      RESET ALL;
      SET TimeZone = 'UTC';
      SET client_min_messages = warning;
      """;

  private static final int SECONDS = 60;
  private static final int ROWS = 1_000;
  private static final String LOST_TRANSACTION =
      "the transaction it is in has failed before, and is rolled back";

  private final Scratch scratch;
  private final Connection connection;
  private final Copied copied;
  private final List<TriedStatement> tried = new ArrayList<>();
  private Schema schema;
  private final Privileges privileges;

  private ScriptTrial(Scratch scratch, Schema base) throws SQLException {
    this.scratch = scratch;
    this.connection = scratch.connection();
    this.copied = Copied.of(connection);
    this.schema = base;
    this.privileges = base.access().privileges();
  }

  /** Runs scripts one after the other on a copy of a schema; each in a session of its own. */
  public static List<TriedStatement> run(Scratch copy, Schema base, List<SqlFile> scripts)
      throws SQLException {
    ScriptTrial trial = new ScriptTrial(copy, base);
    for (SqlFile script : scripts) {
      trial.execute(FRESH_SESSION);
      List<SqlStatement> statements = SqlScript.of(script.text()).statements();
      for (int i = 0; i < statements.size(); i++) {
        trial.run(script, statements.get(i), i == statements.size() - 1);
      }
      if (trial.state() != TransactionState.IDLE) {
        trial.execute("ROLLBACK");
        trial.schema = CatalogReader.reread(trial.connection, trial.privileges);
      }
    }
    return trial.tried;
  }

  private void run(SqlFile script, SqlStatement statement, boolean last) throws SQLException {
    TransactionState state = state();
    boolean control = SqlStatement.TRANSACTION.contains(statement.verb());
    String untried = Untried.reason(statement);
    if (state == TransactionState.FAILED && !control) {
      untried = LOST_TRANSACTION;
    }
    long lockTimeout = state == TransactionState.FAILED ? 0 : lockTimeout();
    Outcome outcome;
    if (untried != null) {
      outcome = new Outcome.LeftOut(untried);
    } else if (control) {
      outcome = control(statement);
    } else if (state == TransactionState.OPEN) {
      outcome = measured(statement);
    } else {
      outcome = alone(statement);
    }
    tried.add(
        new TriedStatement(
            script.path(),
            statement.line(),
            statement.text(),
            state != TransactionState.IDLE,
            last && state() != TransactionState.IDLE,
            lockTimeout,
            outcome));
  }

  /** Takes no lock itself; but what a rollback undoes is not the doing of the statement. */
  private Outcome control(SqlStatement statement) throws SQLException {
    try {
      execute(statement.text());
    } catch (SQLException e) {
      return ServerError.outcome(statement, e);
    }
    if (!statement.verb().equals("BEGIN") && !statement.verb().equals("START")) {
      schema =
          state() == TransactionState.IDLE
              ? CatalogReader.reread(connection, privileges)
              : readInside();
    }
    return ran(List.of(), 0, Measured.NOTHING, schema);
  }

  /** A transaction around a single statement changes nothing, but lets its locks be seen. */
  private Outcome alone(SqlStatement statement) throws SQLException {
    execute("BEGIN");
    Schema before = schema;
    Outcome outcome = measured(statement);
    if (outcome instanceof Outcome.Ran) {
      try {
        execute("COMMIT");
        return outcome;
      } catch (SQLException e) {
        schema = before;
        return ServerError.outcome(statement, e);
      }
    }
    execute("ROLLBACK");
    boolean refused =
        outcome instanceof Outcome.Failed failed && Script.NO_TRANSACTION.equals(failed.sqlState());
    return refused ? watched(statement) : outcome;
  }

  private Outcome measured(SqlStatement statement) throws SQLException {
    Usage before = Usage.inTransaction(connection);
    long start = System.nanoTime();
    try {
      execute(statement.text());
    } catch (SQLException e) {
      return ServerError.outcome(statement, e);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    Usage after = Usage.inTransaction(connection);
    return ran(
        copied.locks(before.locks()),
        millis,
        measured(millis, after.lockedSince(before), before, after),
        readInside());
  }

  private Outcome watched(SqlStatement statement) throws SQLException {
    Usage before = Usage.committed(connection);
    long lockTimeout = lockTimeout();
    long start = System.nanoTime();
    Map<Long, Lock> locks;
    // The watcher makes the statement wait for a moment, which is not the script's affair.
    execute("SET lock_timeout = 0");
    try (LockWatch watch = LockWatch.begin(scratch)) {
      execute(statement.text());
      locks = watch.end();
    } catch (SQLException e) {
      schema = CatalogReader.reread(connection, privileges);
      return ServerError.outcome(statement, e);
    } finally {
      execute("SET lock_timeout = " + lockTimeout);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    Usage after = Usage.committed(connection);
    return ran(
        List.of(),
        millis,
        measured(millis, locks, before, after),
        CatalogReader.reread(connection, privileges));
  }

  private Measured measured(long millis, Map<Long, Lock> locks, Usage before, Usage after) {
    return new Measured(
        millis,
        copied.locks(locks),
        copied.known(after.rewrittenSince(before)),
        copied.names(after.scannedSince(before)));
  }

  private Outcome ran(List<TakenLock> held, long millis, Measured measured, Schema after) {
    MeasuredStep step =
        new MeasuredStep(
            tried.size() + 1,
            millis,
            measured.locks(),
            measured.rewrites(),
            measured.scans(),
            new UndoMark.Irreversible("a script says nothing of its undo"));
    Schema before = schema;
    schema = after;
    return new Outcome.Ran(held, step, before, after);
  }

  /** Reading takes locks too, and must not be mistaken for the next statement. */
  private Schema readInside() throws SQLException {
    execute("SAVEPOINT ledger_reading");
    try {
      return CatalogReader.rereadInTransaction(connection, privileges);
    } finally {
      execute("ROLLBACK TO SAVEPOINT ledger_reading; RELEASE SAVEPOINT ledger_reading");
    }
  }

  private TransactionState state() throws SQLException {
    return connection.unwrap(BaseConnection.class).getTransactionState();
  }

  private long lockTimeout() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT setting::bigint FROM pg_catalog.pg_settings WHERE name = 'lock_timeout'")) {
      result.next();
      return result.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setQueryTimeout(SECONDS);
      statement.setMaxRows(ROWS);
      statement.execute(sql);
    }
  }
}
