package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A column accepts NULL from now on. */
final class DropNotNull extends StepRule {

  DropNotNull() {
    super("drop-not-null", Risk.METADATA_ONLY, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.DropNotNull(Column it) && context.inUse(it.id())
        ? notice(
            it.id(),
            "accepts NULL from now on, which programs that read it may not expect",
            "Release the programs that can read a NULL first.")
        : List.of();
  }
}
