package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Table;

/**
 * Confines statements to the table they name, where the tables below have steps of their own: the
 * server would otherwise do the same there.
 */
final class Only {

  private static final String ALTER = "ALTER TABLE ";
  private static final String ALTER_ONLY = "ALTER TABLE ONLY ";

  private final Lineage base;
  private final Lineage target;

  Only(Lineage base, Lineage target) {
    this.base = base;
    this.target = target;
  }

  DraftStep confine(DraftStep step) {
    boolean confined =
        switch (step.operation()) {
          case Operation.ChangeDefault it -> hasChildren(it.column().table());
          case Operation.Create(Constraint it, boolean rebuilt, _) ->
              it.indexed() && isPartitioned(it.table());
          case Operation.DropNotNull it -> base.hasHeirs(it.column().table());
          case Operation.Drop(Column it, boolean rebuilt, _) -> base.hasHeirs(it.table());
          case Operation.Drop(Constraint it, boolean rebuilt, _) -> base.hasHeirs(it.table());
          default -> false;
        };
    return confined && step.sql().startsWith(ALTER) && !step.sql().startsWith(ALTER_ONLY)
        ? new DraftStep(step.operation(), step.summary(), only(step.sql()), undo(step))
        : step;
  }

  private Undo undo(DraftStep step) {
    boolean same = step.operation() instanceof Operation.ChangeDefault;
    return same && step.undo() instanceof Undo.Reversible(String sql)
        ? new Undo.Reversible(only(sql))
        : step.undo();
  }

  private static String only(String sql) {
    return ALTER_ONLY + sql.substring(ALTER.length());
  }

  private boolean hasChildren(String table) {
    return !base.children(table).isEmpty() || !target.children(table).isEmpty();
  }

  private boolean isPartitioned(String table) {
    Table it = target.table(table);
    return it != null && it.partitionKey() != null;
  }
}
