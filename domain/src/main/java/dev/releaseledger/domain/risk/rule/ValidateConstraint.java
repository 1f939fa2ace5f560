package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Constraint;
import java.util.List;

/** A constraint is checked against every row while readers and writers go on. */
final class ValidateConstraint extends StepRule {

  ValidateConstraint() {
    super("validate-constraint", Risk.LOW_LOCK, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Validate(Constraint it) && context.hasRows(it.table())
        ? notice(
            it.id(),
            "is checked against every row while readers and writers go on",
            "Look for rows that break it first.")
        : List.of();
  }
}
