package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.List;

/** A user mapping is made, without its credentials. */
final class UserMappingOptions extends StepRule {

  UserMappingOptions() {
    super("user-mapping-options", Risk.BREAKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create it && it.object().kind() == ObjectKind.USER_MAPPING
        ? notice(
            it.object(),
            "comes without options: they are credentials, which a plan never holds",
            "Set them right after the apply: ALTER USER MAPPING "
                + it.object().identity()
                + " OPTIONS (ADD ...).")
        : List.of();
  }
}
