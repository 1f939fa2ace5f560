package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Declared.LoadFailure;
import dev.releaseledger.app.postgres.Declared.Loaded;
import dev.releaseledger.domain.plan.Rename;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Scratch scratch = new Scratch(emptyScratch, () -> emptyScratch, false);
    return load(scratch, files, Privileges.IGNORED);
  }

  /** The same, with or without the privileges they declare. */
  static Declared load(Scratch scratch, List<SqlFile> files, Privileges privileges)
      throws SQLException {
    Connection emptyScratch = scratch.connection();
    Session.requireSupported(emptyScratch);
    SortedMap<String, String> conversions = new TreeMap<>();
    Map<RenameNotes.Note, SqlFile> notes = new LinkedHashMap<>();
    for (SqlFile file : files) {
      SqlScript script = SqlScript.of(file.text());
      LoadFailure failure = readNotes(file, script, conversions, notes);
      if (failure == null) {
        failure = run(scratch, file, script, privileges);
      }
      if (failure != null) {
        return failure;
      }
    }
    try (Statement statement = emptyScratch.createStatement()) {
      statement.execute("RESET ALL");
    }
    return loaded(CatalogReader.read(emptyScratch, privileges), conversions, notes);
  }

  private static Declared loaded(
      Schema schema, SortedMap<String, String> conversions, Map<RenameNotes.Note, SqlFile> notes) {
    List<Rename> renames = new ArrayList<>();
    for (Map.Entry<RenameNotes.Note, SqlFile> entry : notes.entrySet()) {
      Rename rename = RenameNotes.rename(entry.getKey(), schema);
      if (rename == null) {
        return refusal(
            entry.getValue(),
            entry.getKey().line(),
            "renamed-from names nothing that is declared, or several objects; write: -- "
                + "ledger:renamed-from public.t.c: OLD_NAME");
      }
      renames.add(rename);
    }
    return new Loaded(schema, conversions, renames);
  }

  private static @Nullable LoadFailure readNotes(
      SqlFile file,
      SqlScript script,
      SortedMap<String, String> conversions,
      Map<RenameNotes.Note, SqlFile> notes) {
    for (SqlStatement comment : script.comments()) {
      Matcher using = USING.matcher(comment.text().strip());
      RenameNotes.Note renamed = RenameNotes.read(file.text(), script, comment);
      if (using.matches()) {
        conversions.put(using.group(1), using.group(2));
      } else if (renamed != null) {
        notes.put(renamed, file);
      } else if (NOTE.matcher(comment.text().strip()).matches()) {
        return refusal(
            file,
            comment.line(),
            "not understood; write: -- ledger:using public.t.c: EXPRESSION, or beside what has a"
                + " new name: -- ledger:renamed-from OLD_NAME");
      }
    }
    return null;
  }

  private static @Nullable LoadFailure run(
      Scratch scratch, SqlFile file, SqlScript script, Privileges privileges) throws SQLException {
    try (Statement statement = scratch.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(FRESH_SESSION);
      for (SqlStatement sql : script.statements()) {
        String objection = sql.objection(privileges);
        if (objection != null) {
          return refusal(file, sql.line(), objection);
        }
        try {
          execute(scratch, statement, sql);
        } catch (PSQLException e) {
          return failure(file, sql, e);
        }
      }
    }
    return null;
  }

  /** A role that is granted something need not be there already on the ledger's own server. */
  private static void execute(Scratch scratch, Statement statement, SqlStatement sql)
      throws SQLException {
    while (true) {
      try {
        statement.execute(sql.text());
        return;
      } catch (PSQLException e) {
        if (!scratch.own() || !sql.namesRoles() || !Roles.made(scratch.connection(), e)) {
          throw e;
        }
      }
    }
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
    return new LoadFailure(
        file.path(),
        sql.lineOf(error.getPosition()),
        error.getMessage(),
        error.getSQLState(),
        error.getDetail(),
        error.getHint());
  }
}
