package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import java.util.List;

/** A role loses a privilege it had. */
final class RevokePrivilege extends StepRule {

  RevokePrivilege() {
    super("revoke-privilege", Risk.BREAKING, Force.NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Revoke revoke
            && !revoke.rebuilt()
            && (context.inUse(revoke.grant().on()) || context.inUse(revoke.object()))
        ? notice(
            revoke.object(),
            "are revoked in part or altogether",
            "Make sure that nothing that runs as this role needs them any more; then apply with"
                + " force.")
        : List.of();
  }
}
