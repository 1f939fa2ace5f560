package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Obstacle;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.TypeChange;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A type changes in a way that no cast does by itself, and nothing says how. */
final class NeedsConversion extends StepRule {

  NeedsConversion() {
    super("needs-conversion", Risk.UNSUPPORTED, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.ChangeType(Column base, Column target, var change)
            && change instanceof TypeChange.Undeclared
        ? List.of(finding(base, target))
        : List.of();
  }

  Finding finding(Obstacle.NeedsConversion it) {
    return finding(it.base(), it.target());
  }

  private Finding finding(Column base, Column target) {
    String label = target.id().label();
    return finding(
        label,
        "%s changes from %s to %s, which no cast does by itself"
            .formatted(label, base.type(), target.type()),
        "Declare the conversion beside the table (-- ledger:using "
            + target.id().identity()
            + ": EXPRESSION), or add a new column and drop this one later.");
  }
}
