package dev.releaseledger.app.postgres;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says which statements of a script are left out when it is tried on a copy, and why. */
final class Untried {

  private static final Map<Pattern, String> REASONS =
      Map.of(
          pattern("COPY"),
          "COPY moves rows, and the copy has none",
          pattern("GRANT|REVOKE|ALTER\\s+DEFAULT\\s+PRIVILEGES|REASSIGN\\s+OWNED|DROP\\s+OWNED"),
          "the roles of the server are not on the copy",
          pattern("SET\\s+(?:SESSION\\s+|LOCAL\\s+)?(?:ROLE|AUTHORIZATION)"),
          "the roles of the server are not on the copy",
          Pattern.compile("(?is)ALTER\\b.*\\bOWNER\\s+TO\\s+\\S+"),
          "the roles of the server are not on the copy");

  private Untried() {}

  /** Why a statement is not run, or null when it is. */
  static @Nullable String reason(SqlStatement statement) {
    if (statement.text().startsWith("\\")) {
      return "a command of psql, not SQL";
    }
    Matcher beyond = SqlStatement.BEYOND.matcher(statement.text());
    if (beyond.matches()) {
      return "it reaches beyond the database";
    }
    return REASONS.entrySet().stream()
        .filter(reason -> reason.getKey().matcher(statement.text()).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static Pattern pattern(String beginning) {
    return Pattern.compile("(?is)(?:" + beginning + ")\\b.*");
  }
}
