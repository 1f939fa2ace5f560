package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.cost.Costs;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A column refuses NULL from now on, which fails where there is one. */
final class SetNotNull extends StepRule {

  SetNotNull() {
    super("set-not-null", Risk.BREAKING, Force.NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return switch (operation) {
      case Operation.SetNotNull(Column it, boolean proven)
          when !proven && context.inUse(it.table()) ->
          refuses(it, Costs.of(operation, context).scans() ? ", and scans the table" : "");
      case Operation.RefuseNull(Column it) -> refuses(it, "");
      default -> List.of();
    };
  }

  private List<Finding> refuses(Column column, String besides) {
    return notice(
        column.id(),
        "refuses NULL from now on, which fails when there is one" + besides,
        "Fill the NULLs first; then apply with force.");
  }
}
