package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.MaterializedView;
import java.util.List;

/** A materialized view is dropped, made anew and filled again. */
final class RebuildMaterializedView extends StepRule {

  RebuildMaterializedView() {
    super("rebuild-materialized-view", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(MaterializedView it, boolean rebuilt, _) && rebuilt
        ? notice(
            it.id(),
            "is made anew and filled again, and cannot be read meanwhile",
            "Plan it for a quiet time, or give the new definition another name.")
        : List.of();
  }
}
