package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.DomainType;
import java.util.List;

/** A domain becomes stricter, and every table that uses it is read. */
final class TightenDomain extends StepRule {

  TightenDomain() {
    super("tighten-domain", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.TightenDomain(DomainType it) && context.inUse(it.id())
        ? notice(
            it.id(),
            "is checked against every table that uses it while writers wait",
            "Declare the constraint NOT VALID first, and valid in a later release.")
        : List.of();
  }
}
