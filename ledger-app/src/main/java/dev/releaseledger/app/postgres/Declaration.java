package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Declared.LoadFailure;
import dev.releaseledger.app.postgres.Declared.Loaded;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Runs declared files in an empty scratch database and reads what they make.
 *
 * <p>Each statement is a transaction of its own, because some cannot be anything else; the scratch
 * database is thrown away whatever happens. Each file starts with the same session settings.
 */
public final class Declaration {

  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[^\\s.\":]+)";
  private static final Pattern USING =
      Pattern.compile("--\\s*ledger:using\\s+(%1$s\\.%1$s\\.%1$s)\\s*:\\s*(\\S.*)".formatted(NAME));
  private static final Pattern NOTE = Pattern.compile("--\\s*ledger:.*");

  private static final String FRESH_SESSION =
      """
      RESET ALL;
      SET TimeZone = 'UTC';
      SET DateStyle = 'ISO, MDY';
      SET IntervalStyle = 'postgres';
      SET check_function_bodies = off;
      SET synchronous_commit = off;
      SET client_min_messages = warning;
      SET statement_timeout = '60s';
      """;

  private Declaration() {}

  /** The schema the files declare, run in the order given, or the first failure. */
  public static Declared load(Connection emptyScratch, List<SqlFile> files) throws SQLException {
    Session.requireSupported(emptyScratch);
    SortedMap<String, String> conversions = new TreeMap<>();
    for (SqlFile file : files) {
      SqlScript script = SqlScript.of(file.text());
      LoadFailure failure = readNotes(file, script, conversions);
      if (failure == null) {
        failure = run(emptyScratch, file, script);
      }
      if (failure != null) {
        return failure;
      }
    }
    try (Statement statement = emptyScratch.createStatement()) {
      statement.execute("RESET ALL");
    }
    return new Loaded(CatalogReader.read(emptyScratch), conversions);
  }

  private static @Nullable LoadFailure readNotes(
      SqlFile file, SqlScript script, SortedMap<String, String> conversions) {
    for (SqlStatement comment : script.comments()) {
      Matcher using = USING.matcher(comment.text().strip());
      if (using.matches()) {
        conversions.put(using.group(1), using.group(2));
      } else if (NOTE.matcher(comment.text().strip()).matches()) {
        return refusal(
            file, comment.line(), "not understood; write: -- ledger:using public.t.c: EXPRESSION");
      }
    }
    return null;
  }

  private static @Nullable LoadFailure run(Connection scratch, SqlFile file, SqlScript script)
      throws SQLException {
    try (Statement statement = scratch.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(FRESH_SESSION);
      for (SqlStatement sql : script.statements()) {
        String objection = sql.objection();
        if (objection != null) {
          return refusal(file, sql.line(), objection);
        }
        try {
          statement.execute(sql.text());
        } catch (PSQLException e) {
          return failure(file, sql, e);
        }
      }
    }
    return null;
  }

  private static LoadFailure refusal(SqlFile file, int line, String message) {
    return new LoadFailure(file.path(), line, message, null, null, null);
  }

  private static LoadFailure failure(SqlFile file, SqlStatement sql, PSQLException e)
      throws PSQLException {
    ServerErrorMessage error = e.getServerErrorMessage();
    if (error == null || error.getMessage() == null) {
      throw e;
    }
    int position = Math.clamp(error.getPosition() - 1L, 0, sql.text().length());
    int line =
        sql.line() + (int) sql.text().substring(0, position).chars().filter(c -> c == '\n').count();
    return new LoadFailure(
        file.path(),
        line,
        error.getMessage(),
        error.getSQLState(),
        error.getDetail(),
        error.getHint());
  }
}
