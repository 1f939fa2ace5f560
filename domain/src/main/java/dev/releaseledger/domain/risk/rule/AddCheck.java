package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import java.util.List;

/** A validated check comes to a table with rows. */
final class AddCheck extends StepRule {

  AddCheck() {
    super("add-check", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Constraint it, _, _)
            && it.type() == ConstraintType.CHECK
            && it.holds()
            && context.hasRows(it.table())
        ? notice(
            it.id(),
            "is checked against every row while readers and writers wait",
            "Declare it NOT VALID first, and valid in a later release.")
        : List.of();
  }
}
