package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.TypeChange;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.cost.Costs;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A type changes to one that holds every value in another form. */
final class ChangeTypeRewrites extends StepRule {

  ChangeTypeRewrites() {
    super("change-type-rewrites", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.ChangeType(Column base, Column target, var change)
            && change instanceof TypeChange.Widening
            && Costs.of(operation, context).rewrites()
            && context.hasRows(base.table())
        ? notice(
            target.id(),
            "changes from %s to %s, which rewrites the table while readers and writers wait"
                .formatted(base.type(), target.type()),
            "Add a new column, fill it in batches, switch over, and drop this one later.")
        : List.of();
  }
}
