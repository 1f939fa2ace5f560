package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.cost.Costs;
import java.util.List;

/** A table, index or materialized view moves, or becomes logged or unlogged. */
final class RewriteStorage extends StepRule {

  RewriteStorage() {
    super("rewrite-storage", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Set it && Costs.of(it, context).rewrites()
        ? notice(
            it.object(),
            "is written anew while readers and writers wait",
            "Plan it for a quiet time, or fill a new one beside it and switch over.")
        : List.of();
  }
}
