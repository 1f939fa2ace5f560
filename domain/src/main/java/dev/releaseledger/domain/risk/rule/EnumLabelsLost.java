package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.EnumType;
import java.util.ArrayList;
import java.util.List;

/** An enum loses labels that rows may hold. */
final class EnumLabelsLost extends StepRule {

  EnumLabelsLost() {
    super("enum-labels-lost", Risk.BREAKING, Force.NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    if (!(operation instanceof Operation.ConvertColumn it)
        || !(it.base() instanceof EnumType before && it.target() instanceof EnumType after)) {
      return List.of();
    }
    List<String> lost = new ArrayList<>(before.labels());
    lost.removeAll(after.labels());
    return lost.isEmpty()
        ? List.of()
        : notice(
            it.object(),
            "cannot hold " + String.join(", ", lost) + " any more, and fails where a row does",
            "Move rows to other labels first; then apply with force.");
  }
}
