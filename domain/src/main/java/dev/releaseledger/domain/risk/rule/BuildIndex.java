package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.Way;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Index;
import java.util.List;

/** An index is built on a relation with rows while writers wait. */
final class BuildIndex extends StepRule {

  BuildIndex() {
    super("build-index", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Index it, _, Way way)
            && way == Way.AT_ONCE
            && !it.partitioned()
            && context.hasRows(it.relation())
        ? notice(
            it.id(),
            "is built while writers wait",
            "Build it CONCURRENTLY, outside of a transaction.")
        : List.of();
  }
}
