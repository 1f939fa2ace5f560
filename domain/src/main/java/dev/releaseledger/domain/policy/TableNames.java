package dev.releaseledger.domain.policy;

import java.util.Collection;
import java.util.regex.Pattern;

/** Patterns of tables: {@code public.users}, or {@code auth.*} for all of a schema. */
public final class TableNames {

  /** What a pattern has to be. */
  static final String FORM = "must be SCHEMA.TABLE, SCHEMA.* or *";

  private static final String ALL = "*";
  private static final Pattern PATTERN = Pattern.compile("\\*|[^.*]+\\.(\\*|[^*]+)");

  private TableNames() {}

  /** Whether a text is a pattern; another would match nothing, and nobody would notice. */
  static boolean isPattern(String text) {
    return PATTERN.matcher(text).matches();
  }

  /** Whether a table is of a pattern; both are compared without quotes. */
  public static boolean matches(String pattern, String table) {
    String wanted = plain(pattern);
    String given = plain(table);
    return wanted.endsWith(ALL)
        ? given.startsWith(wanted.substring(0, wanted.length() - ALL.length()))
        : wanted.equals(given);
  }

  /** Whether a table is of one of the patterns. */
  public static boolean matchesAny(Collection<String> patterns, String table) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, table));
  }

  private static String plain(String name) {
    return name.replace("\"", "");
  }
}
