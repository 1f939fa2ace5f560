package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Approvals;
import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;
import java.util.List;

/** The owner, or a delegate, of every table that the plan touches said yes. */
record OwnersGate() implements GateRule {

  @Override
  public String name() {
    return "owners";
  }

  @Override
  public String problem() {
    return "owner-approval-missing";
  }

  @Override
  public boolean passedInEmergency() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    List<String> missing = facts.ballot().at(facts.now()).missing(Approvals::isOwner);
    if (!missing.isEmpty()) {
      return unmet(
          "nobody approved it as " + String.join(", or as ", missing),
          "an owner or delegate approves this digest; ledgerctl policy show tells who they are");
    }
    return met(
        facts.ballot().capacities().keySet().stream().anyMatch(Approvals::isOwner)
            ? "the owners of what it touches approved it"
            : "nothing that it touches has an owner");
  }
}
