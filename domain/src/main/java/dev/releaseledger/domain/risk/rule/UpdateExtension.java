package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Extension;
import java.util.List;

/** An extension is updated by the scripts of its author. */
final class UpdateExtension extends StepRule {

  UpdateExtension() {
    super("update-extension", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Change(var _, Extension it)
        ? notice(it.id(), "runs the scripts of its author", "Read what they do before applying.")
        : List.of();
  }
}
