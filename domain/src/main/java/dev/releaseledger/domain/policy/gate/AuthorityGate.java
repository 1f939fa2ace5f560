package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Approvals;
import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;

/** One of the few whom the policy names said yes. */
record AuthorityGate() implements GateRule {

  @Override
  public String name() {
    return "authority";
  }

  @Override
  public String problem() {
    return "authority-missing";
  }

  @Override
  public boolean passedInEmergency() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    if (policy.approvals().authority().isEmpty()) {
      return met("the policy names no authority");
    }
    return facts.ballot().at(facts.now()).missing(Approvals.AUTHORITY::equals).isEmpty()
        ? met("the named authority approved it")
        : unmet(
            "none of those approved it whom the policy names",
            "one of them approves this digest: "
                + String.join(", ", policy.approvals().authority()));
  }
}
