package dev.releaseledger.domain.preflight;

import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes questions about rows that a new constraint or unique index would not accept. */
final class ConstraintQuestions {

  private ConstraintQuestions() {}

  /** What to ask about a constraint; nothing where no query can say, or no row is looked at. */
  static List<Question> of(Passage passage, Constraint constraint) {
    String definition = constraint.definition();
    if (!constraint.holds() || definition.contains(" WITHOUT OVERLAPS")) {
      return List.of();
    }
    return switch (constraint.type()) {
      case CHECK -> List.of(check(passage, constraint));
      case FOREIGN_KEY ->
          definition.contains("PERIOD ") ? List.of() : List.of(reference(passage, constraint));
      case UNIQUE, PRIMARY_KEY ->
          List.of(
              unique(
                  passage,
                  constraint.id(),
                  constraint.table(),
                  IndexKeys.ofConstraint(definition)));
      // Which pairs of rows exclude each other takes an index to find out.
      case EXCLUSION -> List.of();
    };
  }

  static Question unique(Passage passage, Index index) {
    return unique(
        passage, index.id(), index.relation().identity(), IndexKeys.ofIndex(index.definition()));
  }

  private static Question check(Passage passage, Constraint check) {
    String condition = Clause.condition(check.definition());
    return RowQuestions.where(
        passage,
        check.id(),
        check.table(),
        passage.columnsOf(check.id(), check.table()),
        "rows breaking CHECK (" + condition + ")",
        "NOT (" + condition + ")");
  }

  private static Question reference(Passage passage, Constraint constraint) {
    ForeignKey key = ForeignKey.of(constraint.definition());
    String referring = all(key.columns(), " IS NOT NULL", " AND ");
    String condition = referring + orphaned(passage, key);
    if (key.full() && key.columns().size() > 1) {
      condition =
          "(%s) OR ((%s) AND (%s))"
              .formatted(
                  condition,
                  all(key.columns(), " IS NULL", " OR "),
                  all(key.columns(), " IS NOT NULL", " OR "));
    }
    return RowQuestions.where(
        passage,
        constraint.id(),
        constraint.table(),
        key.columns(),
        "rows referring to no row of " + key.table(),
        condition);
  }

  /** In a table that is made along with the key there is no row to refer to. */
  private static String orphaned(Passage passage, ForeignKey key) {
    if (!passage.keeps(key.table())) {
      return "";
    }
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      pairs.add("f.%s = r.%s".formatted(key.referenced().get(i), key.columns().get(i)));
    }
    String referenced = passage.rows(key.table(), key.referenced());
    return " AND NOT EXISTS (SELECT 1 FROM (SELECT * FROM %s) AS f WHERE %s)"
        .formatted(referenced, String.join(" AND ", pairs));
  }

  private static String all(List<String> columns, String test, String joint) {
    return columns.stream().map(name -> "r." + name + test).collect(Collectors.joining(joint));
  }

  private static Question unique(Passage passage, ObjectId object, String table, IndexKeys keys) {
    Collection<String> columns = passage.columnsOf(object, table);
    String list =
        keys.expressions().stream().map(it -> "(" + it + ")").collect(Collectors.joining(", "));
    List<String> conditions = new ArrayList<>();
    if (keys.predicate() != null) {
      conditions.add("(" + keys.predicate() + ")");
    }
    if (!keys.nullsAreEqual()) {
      keys.expressions().forEach(it -> conditions.add("(" + it + ") IS NOT NULL"));
    }
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return new Question(
        object.label(),
        "rows like another one in " + String.join(", ", keys.expressions()),
        true,
        "SELECT count(*) AS n FROM %s%s GROUP BY %s HAVING count(*) > 1"
            .formatted(passage.rows(table, columns), where, list),
        twins(passage, table, columns, list, where));
  }

  private static @Nullable String twins(
      Passage passage, String table, Collection<String> columns, String list, String where) {
    String key = passage.keyText(table);
    return key == null
        ? null
        : "SELECT key FROM (SELECT %s AS key, count(*) OVER (PARTITION BY %s) AS twins FROM %s%s) AS t WHERE twins > 1"
            .formatted(key, list, passage.rows(table, passage.withKey(table, columns)), where);
  }
}
