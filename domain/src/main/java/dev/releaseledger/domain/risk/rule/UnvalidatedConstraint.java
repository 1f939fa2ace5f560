package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Constraint;
import java.util.List;

/** A constraint is declared NOT VALID, and stays so. */
final class UnvalidatedConstraint extends StepRule {

  UnvalidatedConstraint() {
    super("unvalidated-constraint", Risk.METADATA_ONLY, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Constraint it, _, _)
            && !it.validated()
            && context.hasRows(it.table())
            && context.target().find(it.id()) instanceof Constraint declared
            && !declared.validated()
        ? notice(
            it.id(),
            "is declared NOT VALID: rows that come are checked, rows that are there are not",
            "Declare it valid in a later release; it is then checked while everybody goes on.")
        : List.of();
  }
}
