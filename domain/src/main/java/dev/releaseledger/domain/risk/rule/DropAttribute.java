package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import java.util.List;

/** A composite type loses an attribute, and every value of it what the attribute held. */
final class DropAttribute extends StepRule {

  DropAttribute() {
    super("drop-attribute", Risk.BREAKING, Force.NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.DropAttribute it
        ? notice(
            it.object(),
            "loses " + it.attribute().name() + ", with what it held in every value",
            "Make sure that nothing reads it any more and that a backup has what is in it;"
                + " then apply with force.")
        : List.of();
  }
}
