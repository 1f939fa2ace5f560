package dev.releaseledger.app.postgres;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One statement of a file, and the line it starts on, from 1. */
record SqlStatement(int line, String text) {

  private static final Set<String> TRANSACTION =
      Set.of("BEGIN", "COMMIT", "ROLLBACK", "START", "SAVEPOINT", "RELEASE", "END", "ABORT");
  private static final Set<String> ROWS = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE");
  private static final Pattern WORD = Pattern.compile("^[A-Za-z]+");

  /** Why a declaration cannot contain this, or null when it can. */
  @Nullable String objection() {
    if (text.startsWith("\\")) {
      return "psql commands such as "
          + text.lines().findFirst().orElse(text).split("\\s", -1)[0]
          + " are not SQL; remove the line";
    }
    var matcher = WORD.matcher(text);
    String word = matcher.find() ? matcher.group().toUpperCase(Locale.ROOT) : "";
    if (TRANSACTION.contains(word)) {
      return word + " is transaction control, which a declaration cannot contain; remove it";
    }
    if (word.equals("COPY")) {
      return "COPY moves rows, and a declaration has none; remove it";
    }
    if (ROWS.contains(word)) {
      return word + " changes rows, and a declaration has none; remove it";
    }
    return null;
  }
}
