package dev.releaseledger.app.postgres;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One statement of a file, and the line it starts on, from 1. */
record SqlStatement(int line, String text) {

  private static final Set<String> TRANSACTION =
      Set.of("BEGIN", "COMMIT", "ROLLBACK", "START", "SAVEPOINT", "RELEASE", "END", "ABORT");
  private static final Set<String> ROWS = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE");

  /**
   * A scratch server serves every project; what one declares must not reach beyond its database.
   */
  private static final Pattern BEYOND =
      Pattern.compile(
          "(?is)(CREATE|ALTER|DROP)\\s+(DATABASE|ROLE|USER(?!\\s+MAPPING)|GROUP|TABLESPACE|SYSTEM)\\b.*");

  private static final Pattern PRIVILEGES =
      Pattern.compile("(?is)(GRANT|REVOKE|ALTER\\s+DEFAULT\\s+PRIVILEGES)\\b.*");
  private static final Pattern WORD = Pattern.compile("^[A-Za-z]+");

  /** Why a declaration cannot contain this, or null when it can. */
  @Nullable String objection() {
    if (text.startsWith("\\")) {
      return "psql commands such as "
          + text.lines().findFirst().orElse(text).split("\\s", -1)[0]
          + " are not SQL; remove the line";
    }
    Matcher matcher = WORD.matcher(text);
    String word = matcher.find() ? upper(matcher.group()) : "";
    if (TRANSACTION.contains(word)) {
      return word + " is transaction control, which a declaration cannot contain; remove it";
    }
    if (word.equals("COPY")) {
      return "COPY moves rows, and a declaration has none; remove it";
    }
    if (ROWS.contains(word)) {
      return word + " changes rows, and a declaration has none; remove it";
    }
    if (PRIVILEGES.matcher(text).matches()) {
      return "privileges are not covered, so this would never reach a database; remove it, and"
          + " grant beside the ledger";
    }
    Matcher beyond = BEYOND.matcher(text);
    if (beyond.matches()) {
      return "%s %s reaches beyond the database, which a declaration cannot; remove it"
          .formatted(upper(beyond.group(1)), upper(beyond.group(2)));
    }
    return null;
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
