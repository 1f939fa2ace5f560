package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds constraints in two steps, of which the one that reads every row lets everybody go on
 * (PostgreSQL manual, ALTER TABLE, notes on {@code NOT VALID}).
 */
final class OnlineConstraints {

  /** Before 18 a foreign key of a partitioned table is checked at once. */
  private static final int PARTITIONED_NOT_VALID = 18;

  private final Parts target;
  private final PlanSettings settings;
  private final Set<String> taken = new HashSet<>();

  OnlineConstraints(Parts base, Parts target, PlanSettings settings) {
    this.target = target;
    this.settings = settings;
    for (SchemaObject object : base.schema().objects().values()) {
      taken.add(object instanceof Constraint it ? it.indexName() : object.id().identity());
    }
  }

  /** Adds a constraint to a table with rows. */
  Work add(Work work, Constraint constraint, boolean rebuilt) {
    return switch (constraint.type()) {
      case EXCLUSION -> work;
      case PRIMARY_KEY, UNIQUE ->
          isPartitioned(constraint) || !OnlineIndexes.canBuild(constraint)
              ? work
              : OnlineIndexes.key(work, constraint, taken.contains(constraint.indexName()));
      case CHECK -> constraint.holds() ? inTwo(work, constraint, rebuilt) : work;
      case FOREIGN_KEY ->
          constraint.holds()
                  && (!isPartitioned(constraint)
                      || settings.serverVersion() >= PARTITIONED_NOT_VALID)
              ? inTwo(work, constraint, rebuilt)
              : work;
    };
  }

  private boolean isPartitioned(Constraint constraint) {
    Table table = target.lineage().table(constraint.table());
    return table != null && table.partitionKey() != null;
  }

  private static Work inTwo(Work work, Constraint constraint, boolean rebuilt) {
    DraftStep plain = work.opening().getFirst();
    Constraint unchecked = constraint.validated(false);
    DraftStep add =
        new DraftStep(
            new Operation.Create(unchecked, rebuilt),
            plain.summary() + " for rows that come",
            plain.sql() + " NOT VALID",
            plain.undo());
    return Work.careful(
        work,
        List.of(add),
        List.of(Altering.validate(constraint)),
        work.opening().subList(1, work.opening().size()));
  }

  /** Looks at every row by itself. */
  Work validate(Work work) {
    return work.opening().getFirst().operation() instanceof Operation.Validate
        ? Work.careful(
                work,
                List.of(),
                work.opening().subList(0, 1),
                work.opening().subList(1, work.opening().size()))
            .takingBack()
        : work;
  }
}
