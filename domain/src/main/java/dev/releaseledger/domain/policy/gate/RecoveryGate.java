package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;
import java.util.List;

/** For what cannot be taken back there is a way to recover, in writing. */
record RecoveryGate() implements GateRule {

  @Override
  public String name() {
    return "recovery";
  }

  @Override
  public String problem() {
    return "recovery-undocumented";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    List<String> irreversible = facts.impact().irreversible();
    if (!policy.gates().recovery() || irreversible.isEmpty()) {
      return met(
          irreversible.isEmpty()
              ? "every step can be taken back"
              : "the policy asks for no way to recover");
    }
    return facts.records().recovery()
        ? met("the way to recover is on record")
        : unmet(
            "nothing takes back without a loss: " + String.join("; ", irreversible),
            "write down how to recover: ledgerctl rollout note --kind recovery");
  }
}
