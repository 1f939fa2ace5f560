package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.cost.Cost;
import dev.releaseledger.domain.risk.cost.Costs;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A type changes without a rewrite, and something is verified or built again. */
final class ChangeTypeScans extends StepRule {

  ChangeTypeScans() {
    super("change-type-scans", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.ChangeType(Column base, Column target, _)
            && context.hasRows(base.table())
            && reads(Costs.of(operation, context))
        ? notice(
            target.id(),
            "changes without a rewrite, but %s again for every row while readers and writers wait"
                .formatted(
                    context.checked(base)
                        ? "the checks that look at it are verified"
                        : "the indexes that have it are built"),
            context.checked(base)
                ? "Drop the check first and add it back NOT VALID, to be valid in a later release."
                : "Drop the index first, and build it again afterwards.")
        : List.of();
  }

  private static boolean reads(Cost cost) {
    return cost.scans() && !cost.rewrites();
  }
}
