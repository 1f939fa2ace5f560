package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.PartitionBound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
