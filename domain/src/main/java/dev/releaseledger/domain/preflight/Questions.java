package dev.releaseledger.domain.preflight;

import dev.releaseledger.domain.diff.Change;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Renaming;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Finds what a plan has to ask of the rows that are there, from the two schemas alone. */
public final class Questions {

  private final Passage passage;
  private final List<Question> questions = new ArrayList<>();

  private Questions(Passage passage) {
    this.passage = passage;
  }

  /**
   * What is to be asked before a change from one schema to another, in the order of names.
   *
   * @param base what the database is, after the renames
   * @param renaming the renames that it has yet to see
   */
  public static List<Question> between(
      Schema base, Schema target, PlanSettings settings, Renaming renaming) {
    Questions all = new Questions(new Passage(base, target, settings, renaming));
    Diff.between(base, target).changes().forEach(all::ask);
    return all.questions;
  }

  private void ask(Change change) {
    switch (change) {
      case Change.Added(SchemaObject made) -> added(made);
      case Change.Removed(SchemaObject gone) -> removed(gone);
      case Change.Altered(SchemaObject before, SchemaObject after) -> altered(before, after);
    }
  }

  private void added(SchemaObject made) {
    switch (made) {
      case Column column when passage.keeps(column.table()) && isRequired(column) ->
          questions.add(RowQuestions.unfilled(passage, column));
      case Constraint constraint when passage.keeps(constraint.table()) ->
          questions.addAll(ConstraintQuestions.of(passage, constraint));
      case Index index -> unique(index);
      default -> {}
    }
  }

  private void removed(SchemaObject gone) {
    switch (gone) {
      case Table table -> questions.add(RowQuestions.dropped(passage, table));
      case Column column when passage.keeps(column.table()) ->
          questions.add(RowQuestions.dropped(passage, column));
      default -> {}
    }
  }

  private void altered(SchemaObject before, SchemaObject after) {
    switch (after) {
      case Column column when passage.keeps(column.table()) -> column((Column) before, column);
      case Constraint constraint
          when passage.keeps(constraint.table()) && isStricter((Constraint) before, constraint) ->
          questions.addAll(ConstraintQuestions.of(passage, constraint));
      case Index index when !index.definition().equals(((Index) before).definition()) ->
          unique(index);
      case DomainType domain ->
          questions.addAll(DomainQuestions.tightened(passage, (DomainType) before, domain));
      default -> {}
    }
  }

  private void column(Column before, Column after) {
    if (!before.type().equals(after.type())) {
      questions.addAll(ConversionQuestions.of(passage, before, after));
      questions.addAll(DomainQuestions.entered(passage, after));
    }
    if (!before.notNull() && after.notNull()) {
      questions.add(RowQuestions.missing(passage, after));
    }
  }

  private void unique(Index index) {
    if (index.relation().kind() == ObjectKind.TABLE
        && passage.keeps(index.relation().identity())
        && index.definition().startsWith("CREATE UNIQUE ")) {
      questions.add(ConstraintQuestions.unique(passage, index));
    }
  }

  private static boolean isRequired(Column column) {
    return column.notNull()
        && column.defaultValue() == null
        && column.identity() == null
        && column.generated() == null;
  }

  private static boolean isStricter(Constraint before, Constraint after) {
    return !before.definition().equals(after.definition())
        || (after.validated() && !before.validated());
  }
}
