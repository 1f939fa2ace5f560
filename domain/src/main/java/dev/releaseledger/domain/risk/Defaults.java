package dev.releaseledger.domain.risk;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells defaults that are computed once from those that are computed for every row. */
final class Defaults {

  private static final Set<String> ONCE =
      Set.of(
          "now",
          "transaction_timestamp",
          "statement_timestamp",
          "timezone",
          "current_setting",
          "date_trunc",
          "to_jsonb",
          "lower",
          "upper",
          "length",
          "coalesce");
  private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern CALL = Pattern.compile("([\\w.\"]+)\\(");
  private static final Pattern TYPE_LENGTH =
      Pattern.compile("(?:character varying|character|numeric|bit|bit varying|time|timestamp)\\(");

  private Defaults() {}

  /** Whether each existing row would get a value of its own, as far as the text tells. */
  static boolean perRow(String expression) {
    String bare = QUOTED.matcher(expression).replaceAll("''").toLowerCase(Locale.ROOT);
    return CALL.matcher(TYPE_LENGTH.matcher(bare).replaceAll(""))
        .results()
        .anyMatch(call -> !ONCE.contains(call.group(1)));
  }
}
