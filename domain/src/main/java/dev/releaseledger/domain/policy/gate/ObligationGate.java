package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;
import java.util.List;

/** Every emergency of the environment was looked at in time. */
record ObligationGate() implements GateRule {

  @Override
  public String name() {
    return "obligation";
  }

  @Override
  public String problem() {
    return "review-overdue";
  }

  @Override
  public boolean passedInEmergency() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    List<String> overdue = facts.ground().overdue();
    return overdue.isEmpty()
        ? met("no review of an emergency is overdue")
        : unmet(
            "nobody looked in time at " + String.join(", ", overdue),
            "somebody other than who declared it does: ledgerctl rollout review");
  }
}
