package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.TypeChange;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A type changes by an expression that the declaration gives. */
final class DeclaredConversion extends StepRule {

  DeclaredConversion() {
    super("declared-conversion", Risk.BREAKING, Force.NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.ChangeType(Column base, Column target, var change)
            && change instanceof TypeChange.Declared(String expression)
        ? notice(
            target.id(),
            "changes from %s to %s by the declared expression %s"
                .formatted(base.type(), target.type(), expression),
            "Try the expression on the real values first; then apply with force.")
        : List.of();
  }
}
