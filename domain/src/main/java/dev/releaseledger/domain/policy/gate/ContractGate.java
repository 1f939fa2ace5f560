package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.contract.Verdict;
import java.util.List;

/** The contract lets every change of the plan through. */
record ContractGate() implements GateRule {

  @Override
  public String name() {
    return "contract";
  }

  @Override
  public String problem() {
    return "contract-forbids";
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    List<String> refused = facts.review().refused().stream().map(Verdict::sentence).toList();
    if (facts.review().isEmpty()) {
      return met("the policy has no contract, or the plan changes nothing");
    }
    return refused.isEmpty()
        ? met("the contract lets every change through")
        : unmet(
            "the contract does not let through: " + String.join("; ", refused),
            "declare a compatible change, or adopt a policy that lets it through");
  }
}
