package dev.releaseledger.domain.preflight;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.DomainConstraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes questions about values that a domain would not accept. */
final class DomainQuestions {

  private DomainQuestions() {}

  /** What to ask of every column of a domain that becomes stricter. */
  static List<Question> tightened(Passage passage, DomainType before, DomainType after) {
    Set<DomainConstraint> known = new HashSet<>(before.constraints());
    List<DomainConstraint> checks =
        after.constraints().stream()
            .filter(check -> check.validated() && !known.contains(check))
            .toList();
    boolean refusesNull = after.notNull() && !before.notNull();
    List<Question> questions = new ArrayList<>();
    for (var object : passage.target().objects().values()) {
      if (object instanceof Column column
          && column.type().equals(after.name())
          && passage.base().find(column.id()) instanceof Column now
          && now.type().equals(column.type())) {
        questions.addAll(of(passage, after.id(), column, checks, refusesNull));
      }
    }
    return questions;
  }

  /** What to ask of a column whose type becomes a domain. */
  static List<Question> entered(Passage passage, Column column) {
    return passage.target().find(new ObjectId(ObjectKind.DOMAIN, column.type()))
            instanceof DomainType domain
        ? of(passage, column.id(), column, domain.constraints(), domain.notNull())
        : List.of();
  }

  private static List<Question> of(
      Passage passage,
      ObjectId object,
      Column column,
      List<DomainConstraint> checks,
      boolean refusesNull) {
    List<Question> questions = new ArrayList<>();
    for (DomainConstraint check : checks) {
      String condition = Clause.condition(check.definition());
      questions.add(
          ask(
              passage,
              object,
              column,
              "rows of %s whose %s breaks CHECK (%s)"
                  .formatted(column.table(), column.name(), condition),
              "NOT (" + condition + ")"));
    }
    if (refusesNull) {
      questions.add(
          ask(
              passage,
              object,
              column,
              "rows of %s where %s is NULL".formatted(column.table(), column.name()),
              "value IS NULL"));
    }
    return questions;
  }

  /** The definition of a domain's check calls the value VALUE, and so does the query. */
  private static Question ask(
      Passage passage, ObjectId object, Column column, String words, String condition) {
    return new Question(
        object.label(),
        words,
        true,
        "SELECT 1 AS n FROM (SELECT %s AS value FROM %s) AS r WHERE %s"
            .formatted(
                passage.value(column.table(), column.name()),
                passage.source(column.table()),
                condition),
        null);
  }
}
