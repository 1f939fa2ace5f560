package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.EnumType;
import java.util.List;

/** An enum gains a label, which stays whatever becomes of the plan. */
final class EnumLabelAdded extends StepRule {

  EnumLabelAdded() {
    super("enum-label-added", Risk.METADATA_ONLY, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.AddLabel(EnumType it, String label)
        ? notice(
            it.id(),
            "gains the label '" + label + "', committed ahead of the other steps",
            "Be sure of it: a label cannot be taken out again.")
        : List.of();
  }
}
