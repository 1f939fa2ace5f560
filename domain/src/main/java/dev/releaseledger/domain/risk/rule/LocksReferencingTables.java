package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.cost.Costs;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The type of a key changes, and every table that points to it is locked. */
final class LocksReferencingTables extends StepRule {

  LocksReferencingTables() {
    super("locks-referencing-tables", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    if (!(operation instanceof Operation.ChangeType(Column base, Column target, _))
        || !Costs.of(operation, context).rewrites()) {
      return List.of();
    }
    SortedSet<String> tables =
        context.referencing(base).stream()
            .map(Constraint::table)
            .filter(table -> !table.equals(base.table()))
            .collect(Collectors.toCollection(TreeSet::new));
    return tables.isEmpty()
        ? List.of()
        : notice(
            target.id(),
            "is what foreign keys point to: while %s is written anew, readers and writers of %s"
                    .formatted(base.table(), String.join(", ", tables))
                + " wait too, and the keys are verified again",
            "Add a new column, fill it in batches, move the foreign keys one by one, and drop this"
                + " one later.");
  }
}
