package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.store.ProjectionCatalog.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.stereotype.Component;

/**
 * Builds projections beside the live ones, to take their place or to be compared with them.
 *
 * <p>Nobody who reads notices it, and the live projection goes on following the events: only for
 * the last few of them, and for the exchange of the tables, it waits. What is built never runs
 * ahead of the live projection, so that this finds its tables exactly as it left them.
 */
@Component
final class Rebuilding {

  private static final String LOCKED_OUT = "55P03";
  private static final int ATTEMPTS = 20;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final DataSource connections;
  private final EventLog log;
  private final RebuildJournal journal;
  private final LivePosition live;

  Rebuilding(
      DataSource connections, EventLog log, RebuildJournal journal, Serializer ledgerSerializer) {
    this.connections = connections;
    this.log = log;
    this.journal = journal;
    this.live = new LivePosition(ledgerSerializer);
  }

  /** Does something on a connection of its own, while nobody else builds the same projection. */
  private interface Work<T> {
    T on(Connection connection) throws Exception;
  }

  /** Builds a projection and puts it in the place of the live one. */
  void rebuild(Projection projection) {
    try {
      boolean _ =
          alone(
              projection,
              connection -> {
                rebuild(projection, connection);
                return true;
              });
    } catch (BuiltElsewhere e) {
      // What is noted is how far that is.
      throw e;
    } catch (RuntimeException e) {
      if (lockedOut(e)) {
        journal.postponed(projection.name(), reason(e));
      } else if (!Thread.currentThread().isInterrupted()) {
        journal.failed(projection.name(), reason(e));
      }
      throw e;
    }
  }

  private void rebuild(Projection projection, Connection connection) throws Exception {
    RebuiltTables tables = tables(projection, connection, "rebuild_");
    String revision = journal.revision() + " " + ProjectorCode.digest();
    long from = tables.exist() ? journal.interruptedAt(projection.name(), revision).orElse(0L) : 0L;
    // Before the tables are emptied: nobody must take empty ones for those of an earlier attempt.
    journal.begin(projection.name(), revision, from, position(projection, tables));
    if (from == 0) {
      tables.create();
    }
    connection.commit();
    Build build = new Build(projection, tables, log, from);
    follow(projection, tables, build);
    tables.index(new IndexBuilders(connections));
    tables.analyze();
    connection.commit();
    follow(projection, tables, build);
    exchange(projection, tables, build);
  }

  /** Reads up to where the live projection is, which goes on in the meantime. */
  private void follow(Projection projection, RebuiltTables tables, Build build) throws Exception {
    long target = position(projection, tables);
    build.advance(target, reached -> journal.reached(tables, projection.name(), reached, target));
  }

  private long position(Projection projection, RebuiltTables tables) throws SQLException {
    long position = live.of(projection.name(), tables.connection(), tables.live());
    tables.connection().commit();
    return position;
  }

  private void exchange(Projection projection, RebuiltTables tables, Build build) throws Exception {
    Connection connection = tables.connection();
    long before = build.position();
    for (int attempt = 1; ; attempt++) {
      try {
        // Sooner than the server looks for deadlocks: the live projection never has to yield.
        RebuiltTables.run(connection, "set local lock_timeout = '500ms'");
        tables.holdLive();
        tables.requireFormOfLive();
        build.catchUp(live.held(projection.name(), connection, tables.live()));
        tables.takeTheirPlace();
        journal.done(tables, projection.name(), build.position());
        connection.commit();
        return;
      } catch (SQLException e) {
        connection.rollback();
        if (!LOCKED_OUT.equals(e.getSQLState()) || attempt == ATTEMPTS) {
          throw e;
        }
        // Somebody reads for long.
        build.fallBack(before);
        Thread.sleep(PAUSE);
      }
    }
  }

  /** Builds a projection and compares the live one with it, at one position of both. */
  void verify(Projection projection) {
    try {
      Comparison found =
          alone(
              projection,
              connection -> {
                journal.beginVerifying(projection.name());
                return verify(projection, connection);
              });
      journal.verified(projection.name(), found);
    } catch (BuiltElsewhere e) {
      throw e;
    } catch (RuntimeException e) {
      journal.notVerified(projection.name(), reason(e));
      throw e;
    }
  }

  private Comparison verify(Projection projection, Connection connection) throws Exception {
    RebuiltTables tables = tables(projection, connection, "verify_");
    try {
      tables.create();
      connection.commit();
      Build build = new Build(projection, tables, log, 0);
      build.advance(position(projection, tables), reached -> {});
      // From here on the connection sees the live tables and their position as of one moment.
      RebuiltTables.run(connection, "set transaction isolation level repeatable read");
      long position = live.of(projection.name(), connection, tables.live());
      build.catchUp(position);
      return Comparison.of(tables, projection.tables(), position);
    } finally {
      connection.rollback();
      tables.drop();
      connection.commit();
    }
  }

  private RebuiltTables tables(Projection projection, Connection connection, String prefix)
      throws SQLException {
    String schema = connection.getSchema();
    String beside = prefix + projection.name();
    RebuiltTables.run(connection, "set search_path to " + beside);
    // Indexes are built in one go where their entries fit.
    RebuiltTables.run(connection, "set maintenance_work_mem to '256MB'");
    connection.commit();
    return new RebuiltTables(connection, schema, beside, projection.tables());
  }

  private <T> T alone(Projection projection, Work<T> work) {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (!locked(connection, "pg_try_advisory_lock", projection.name())) {
          throw new BuiltElsewhere(projection.name());
        }
        try {
          return work.on(connection);
        } finally {
          connection.rollback();
          boolean _ = locked(connection, "pg_advisory_unlock", projection.name());
        }
      } finally {
        connection.rollback();
        RebuiltTables.run(connection, "reset search_path");
        RebuiltTables.run(connection, "reset maintenance_work_mem");
        connection.commit();
        connection.setAutoCommit(true);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the building of a projection was interrupted", e);
    } catch (Exception e) {
      throw new IllegalStateException("projection " + projection.name() + " cannot be built", e);
    }
  }

  /** Another thread or another instance is at it, and keeps the journal of it. */
  static final class BuiltElsewhere extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BuiltElsewhere(String projection) {
      super("projection " + projection + " is being built already");
    }
  }

  private static boolean lockedOut(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e && LOCKED_OUT.equals(e.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static boolean locked(Connection connection, String function, String projection)
      throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select " + function + "(" + RebuildJournal.LOCK + ")")) {
      lock.setString(1, projection);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
