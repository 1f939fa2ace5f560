package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.schema.Privileges;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One statement of a file, and the line it starts on, from 1. */
record SqlStatement(int line, String text) {

  static final Set<String> TRANSACTION =
      Set.of("BEGIN", "COMMIT", "ROLLBACK", "START", "SAVEPOINT", "RELEASE", "END", "ABORT");
  private static final Set<String> ROWS = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE");

  /**
   * A scratch server serves every project; what one declares must not reach beyond its database.
   */
  static final Pattern BEYOND =
      Pattern.compile(
          "(?is)(CREATE|ALTER|DROP)\\s+(DATABASE|ROLE|USER(?!\\s+MAPPING)|GROUP|TABLESPACE|SYSTEM)\\b.*");

  private static final Pattern PRIVILEGES =
      Pattern.compile("(?is)(GRANT|REVOKE|ALTER\\s+DEFAULT\\s+PRIVILEGES)\\b.*");
  private static final Pattern BEYOND_GRANT =
      Pattern.compile(
          "(?is)(GRANT|REVOKE)\\b(?:(?!\\bON\\b).)*(?:\\bON\\s+(DATABASE|TABLESPACE|PARAMETER|LARGE\\s+OBJECT)\\b.*)?");
  private static final Pattern ROLES =
      Pattern.compile(
          "(?is)(GRANT|REVOKE|ALTER\\s+DEFAULT\\s+PRIVILEGES|(CREATE|ALTER)\\s+(POLICY|USER\\s+MAPPING))\\b.*");
  private static final Pattern CREDENTIALS =
      Pattern.compile("(?is)(CREATE|ALTER)\\s+USER\\s+MAPPING\\b.*\\bOPTIONS\\s*\\(.*");
  private static final Pattern WORD = Pattern.compile("^[A-Za-z]+");

  /** Why a declaration cannot contain this, or null when it can. */
  @Nullable String objection(Privileges privileges) {
    if (text.startsWith("\\")) {
      return "psql commands such as "
          + text.lines().findFirst().orElse(text).split("\\s", -1)[0]
          + " are not SQL; remove the line";
    }
    String word = verb();
    if (TRANSACTION.contains(word)) {
      return word + " is transaction control, which a declaration cannot contain; remove it";
    }
    if (word.equals("COPY")) {
      return "COPY moves rows, and a declaration has none; remove it";
    }
    if (ROWS.contains(word)) {
      return word + " changes rows, and a declaration has none; remove it";
    }
    if (PRIVILEGES.matcher(text).matches() && privileges == Privileges.IGNORED) {
      return "privileges are not governed, so this would never reach a database; remove it, and"
          + " grant beside the ledger, or set ledger.schema.privileges to governed";
    }
    if (BEYOND_GRANT.matcher(text).matches()) {
      return "what is granted here reaches beyond the schema: a membership, or a privilege on the"
          + " database, a tablespace, a parameter or a large object; remove it";
    }
    if (CREDENTIALS.matcher(text).matches()) {
      return "the options of a user mapping are credentials, which are never read and never"
          + " reach a database; remove them, and set them beside the ledger";
    }
    Matcher beyond = BEYOND.matcher(text);
    if (beyond.matches()) {
      return "%s %s reaches beyond the database, which a declaration cannot; remove it"
          .formatted(upper(beyond.group(1)), upper(beyond.group(2)));
    }
    return null;
  }

  /** Why a seed cannot contain this, or null when it can. */
  @Nullable String objectionInSeed() {
    if (text.startsWith("\\")) {
      return "commands of psql are not SQL";
    }
    if (TRANSACTION.contains(verb())) {
      return verb() + " is transaction control; a seed runs whole or not at all";
    }
    if (verb().equals("COPY")) {
      return "COPY reads from beyond the statement; write INSERT";
    }
    return BEYOND.matcher(text).matches() ? "it reaches beyond the database" : null;
  }

  /** Whether it may name roles that another database of the server did not need. */
  boolean namesRoles() {
    return ROLES.matcher(text).matches();
  }

  /** The line of the file that a position in the statement is on, as the server counts: from 1. */
  int lineOf(int position) {
    int end = Math.clamp(position - 1L, 0, text.length());
    return line + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  /** The word it begins with, in capitals. */
  String verb() {
    Matcher matcher = WORD.matcher(text);
    return matcher.find() ? upper(matcher.group()) : "";
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
