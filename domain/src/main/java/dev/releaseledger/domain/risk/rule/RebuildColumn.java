package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A generated column changes its expression and is computed anew. */
final class RebuildColumn extends StepRule {

  RebuildColumn() {
    super("rebuild-column", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Column it, boolean rebuilt, _)
            && rebuilt
            && it.generated() != null
            && context.hasRows(it.table())
        ? notice(
            it.id(),
            "is computed anew for every row while readers and writers wait",
            "Plan it for a quiet time.")
        : List.of();
  }
}
