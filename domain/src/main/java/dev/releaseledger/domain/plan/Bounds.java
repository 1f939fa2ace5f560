package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.PartitionBound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says as a condition on rows what the bound of a partition says (PostgreSQL manual, Table
 * Partitioning, "Partition Maintenance"), where the key is one plain column.
 */
final class Bounds {

  private static final String VALUE = "'(?:[^']|'')*'|-?[0-9][0-9.eE+-]*|true|false";
  private static final Pattern KEY =
      Pattern.compile("(RANGE|LIST) \\((\"(?:[^\"]|\"\")+\"|[a-z_][a-z0-9_$]*)\\)");
  private static final Pattern KEYS =
      Pattern.compile("[A-Z]+ \\(([a-z_][a-z0-9_$]*(?:, [a-z_][a-z0-9_$]*)*)\\)");
  private static final Pattern RANGE =
      Pattern.compile(
          "FOR VALUES FROM \\((%1$s|MINVALUE)\\) TO \\((%1$s|MAXVALUE)\\)".formatted(VALUE));
  private static final Pattern LIST =
      Pattern.compile("FOR VALUES IN \\(((?:(?:%1$s|NULL)(?:, )?)+)\\)".formatted(VALUE));
  private static final Pattern NUMBER =
      Pattern.compile("'-?[0-9]{1,40}(?:\\.[0-9]{1,40})?'|-?[0-9]{1,40}(?:\\.[0-9]{1,40})?");
  private static final Pattern DAY =
      Pattern.compile("'[0-9]{4}-[0-9]{2}-[0-9]{2}(?: 00:00:00(?:\\+00)?)?'");
  private static final Pattern ITEM = Pattern.compile(VALUE + "|NULL");

  private Bounds() {}

  /** The condition, or nothing where a check cannot say it or the server would not see it. */
  static Optional<String> condition(String partitionKey, PartitionBound bound) {
    Matcher key = KEY.matcher(partitionKey);
    if (!key.matches()) {
      return Optional.empty();
    }
    return key.group(1).equals("RANGE")
        ? range(key.group(2), bound.bound())
        : list(key.group(2), bound.bound());
  }

  /** The columns of a key, or nothing where there is anything else in it. */
  static Optional<List<String>> columns(String partitionKey) {
    Matcher key = KEYS.matcher(partitionKey);
    return key.matches() ? Optional.of(List.of(key.group(1).split(", "))) : Optional.empty();
  }

  /** Whether it is certain that no row is within both bounds. */
  static boolean disjoint(PartitionBound one, PartitionBound other) {
    Matcher range = RANGE.matcher(one.bound());
    Matcher otherRange = RANGE.matcher(other.bound());
    if (range.matches() && otherRange.matches()) {
      return notAfter(range.group(2), otherRange.group(1))
          || notAfter(otherRange.group(2), range.group(1));
    }
    Matcher list = LIST.matcher(one.bound());
    Matcher otherList = LIST.matcher(other.bound());
    return list.matches()
        && otherList.matches()
        && Collections.disjoint(comparable(list.group(1)), comparable(otherList.group(1)));
  }

  /** Whether the end of a range is certainly not after the beginning of another one. */
  private static boolean notAfter(String end, String beginning) {
    if (DAY.matcher(end).matches() && DAY.matcher(beginning).matches()) {
      return end.compareTo(beginning) <= 0;
    }
    return NUMBER.matcher(end).matches()
        && NUMBER.matcher(beginning).matches()
        && new BigDecimal(unquoted(end)).compareTo(new BigDecimal(unquoted(beginning))) <= 0;
  }

  /** Values of which those that the server may hold to be equal are equal. */
  private static Set<String> comparable(String values) {
    return ITEM.matcher(values)
        .results()
        .map(MatchResult::group)
        .map(value ->
            NUMBER.matcher(value).matches()
                ? new BigDecimal(unquoted(value)).stripTrailingZeros().toPlainString()
                : value.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String unquoted(String number) {
    return number.replace("'", "");
  }

  private static Optional<String> range(String column, String bound) {
    Matcher range = RANGE.matcher(bound);
    if (!range.matches()) {
      return Optional.empty();
    }
    List<String> conditions = new ArrayList<>(List.of(column + " IS NOT NULL"));
    if (!range.group(1).equals("MINVALUE")) {
      conditions.add(column + " >= " + range.group(1));
    }
    if (!range.group(2).equals("MAXVALUE")) {
      conditions.add(column + " < " + range.group(2));
    }
    return Optional.of(String.join(" AND ", conditions));
  }

  private static Optional<String> list(String column, String bound) {
    Matcher list = LIST.matcher(bound);
    if (!list.matches()) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    ITEM.matcher(list.group(1)).results().forEach(item -> values.add(item.group()));
    boolean empty = values.remove("NULL");
    if (values.isEmpty()) {
      return Optional.of(column + " IS NULL");
    }
    String among = column + " IN (" + String.join(", ", values) + ")";
    return Optional.of(
        empty ? column + " IS NULL OR " + among : column + " IS NOT NULL AND " + among);
  }
}
