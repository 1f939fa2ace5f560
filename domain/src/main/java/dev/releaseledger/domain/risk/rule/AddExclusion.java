package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import java.util.List;

/** An exclusion constraint builds its index on a table with rows. */
final class AddExclusion extends StepRule {

  AddExclusion() {
    super("add-exclusion", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Constraint it, _, _)
            && it.type() == ConstraintType.EXCLUSION
            && context.hasRows(it.table())
        ? notice(
            it.id(),
            "builds its index while readers and writers wait; there is no gentler way",
            "Plan it for a quiet time.")
        : List.of();
  }
}
