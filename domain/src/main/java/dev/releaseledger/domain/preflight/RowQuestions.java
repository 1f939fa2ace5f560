package dev.releaseledger.domain.preflight;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Table;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes questions about the rows of one table, each on its own. */
final class RowQuestions {

  private RowQuestions() {}

  /** Rows that a new column would leave without the value it demands. */
  static Question unfilled(Passage passage, Column column) {
    return new Question(
        column.id().label(),
        "rows without a value for it",
        true,
        "SELECT 1 AS n FROM " + passage.source(column.table()),
        null);
  }

  /** Rows with NULL in a column that will refuse it. */
  static Question missing(Passage passage, Column column) {
    return where(
        passage,
        column.id(),
        column.table(),
        List.of(column.name()),
        "rows where " + column.name() + " is NULL",
        "r." + column.name() + " IS NULL");
  }

  /** Rows that go with their table. */
  static Question dropped(Passage passage, Table table) {
    return new Question(
        table.id().label(),
        "rows going with it",
        false,
        "SELECT 1 AS n FROM " + passage.source(table.name()),
        null);
  }

  /** Rows whose value goes with its column. */
  static Question dropped(Passage passage, Column column) {
    return new Question(
        column.id().label(),
        "rows with a value going with it",
        false,
        "SELECT 1 AS n FROM %s WHERE %s IS NOT NULL"
            .formatted(passage.source(column.table()), column.name()),
        null);
  }

  /** Rows for which a condition on the columns of tomorrow is true. */
  static Question where(
      Passage passage,
      ObjectId object,
      String table,
      Collection<String> columns,
      String words,
      String condition) {
    return new Question(
        object.label(),
        words,
        true,
        "SELECT 1 AS n FROM %s WHERE %s".formatted(passage.rows(table, columns), condition),
        keys(passage, table, columns, condition));
  }

  private static @Nullable String keys(
      Passage passage, String table, Collection<String> columns, String condition) {
    String key = passage.keyText(table);
    return key == null
        ? null
        : "SELECT %s FROM %s WHERE %s"
            .formatted(key, passage.rows(table, passage.withKey(table, columns)), condition);
  }
}
