package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.Seed;
import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.diff.Difference;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.risk.rule.RuleCatalog;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Makes the rows of a seed on a copy, so that the steps of a plan meet rows there. */
final class Sowing {

  private static final String SESSION =
      """
      SET LOCAL TimeZone = 'UTC';
      SET LOCAL client_min_messages = warning;
      """;

  private static final int SECONDS = 60;

  private final Connection copy;
  private final Schema base;

  private Sowing(Connection copy, Schema base) {
    this.copy = copy;
    this.base = base;
  }

  /**
   * What came of it.
   *
   * @param rows the seed whose rows are there now, in words, or null when there are none
   * @param findings why there are none although there were seeds
   */
  record Sown(@Nullable String rows, List<Finding> findings) {}

  /** Makes the rows of the first seed that runs on this copy of the base. */
  static Sown sow(Connection copy, Schema base, List<Seed> seeds) throws SQLException {
    Sowing sowing = new Sowing(copy, base);
    List<Finding> failures = new ArrayList<>();
    for (Seed seed : seeds) {
      Failure failure = sowing.sow(seed);
      if (failure == null) {
        return new Sown(seed.label(), List.of());
      }
      failures.add(failure.finding(seed));
    }
    return new Sown(null, failures);
  }

  private record Failure(String where, String why) {

    Finding finding(Seed seed) {
      return RuleCatalog.SEED_FAILS.finding(
          where,
          "%s: the seed %s does not run on what is there, and the plan was rehearsed without its"
                  .formatted(where, seed.label())
              + " rows: "
              + why,
          "Commit a seed that runs on the schema before the change; a step that fails on rows was"
              + " not seen to fail.");
    }
  }

  private @Nullable Failure sow(Seed seed) throws SQLException {
    copy.setAutoCommit(false);
    Failure failure = null;
    try (Statement statement = copy.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setQueryTimeout(SECONDS);
      statement.execute(SESSION);
      for (SqlFile file : seed.files()) {
        failure = failure == null ? run(statement, file) : failure;
      }
      failure = failure == null ? alters(seed) : failure;
      if (failure == null) {
        copy.commit();
      }
    } catch (PSQLException e) {
      failure = new Failure(seed.files().getLast().path(), message(e));
    } finally {
      copy.rollback();
      copy.setAutoCommit(true);
      reset();
    }
    return failure;
  }

  private static @Nullable Failure run(Statement statement, SqlFile file) throws SQLException {
    for (SqlStatement sql : SqlScript.of(file.text()).statements()) {
      String objection = sql.objectionInSeed();
      if (objection != null) {
        return new Failure(file.path() + ":" + sql.line(), objection);
      }
      try {
        statement.execute(sql.text());
      } catch (PSQLException e) {
        ServerErrorMessage error = e.getServerErrorMessage();
        int line = error == null ? sql.line() : sql.lineOf(error.getPosition());
        return new Failure(file.path() + ":" + line, message(e));
      }
    }
    return null;
  }

  /** Rows are all it may make: a plan is rehearsed on the schema it is for. */
  private @Nullable Failure alters(Seed seed) throws SQLException {
    List<Difference> differences =
        Diff.differences(base, CatalogReader.rereadInTransaction(copy, base.access().privileges()));
    return differences.isEmpty()
        ? null
        : new Failure(
            seed.files().getFirst().path(),
            "it changes the schema: " + differences.getFirst().text());
  }

  /** Without an answer from the server there is no copy to go on with. */
  private static String message(PSQLException e) throws PSQLException {
    if (e.getServerErrorMessage() == null) {
      throw e;
    }
    return ServerMessage.of(e);
  }

  /** What the scripts set must not reach the steps. */
  private void reset() throws SQLException {
    try (Statement statement = copy.createStatement()) {
      statement.execute("RESET ALL; DISCARD TEMP");
    }
  }
}
