package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.TableNames;
import java.util.List;

/** The plan touches no table outside of the list that the policy has. */
record ScopeGate() implements GateRule {

  @Override
  public String name() {
    return "scope";
  }

  @Override
  public String problem() {
    return "scope-frozen";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    List<String> scope = policy.gates().scope();
    if (scope.isEmpty()) {
      return met("the policy has no list of tables");
    }
    List<String> outside =
        facts.impact().tables().stream()
            .filter(table -> !TableNames.matchesAny(scope, table))
            .toList();
    return outside.isEmpty()
        ? met("all that it touches is on the list")
        : unmet(
            "not on the list of tables that may change: " + String.join(", ", outside),
            "leave them as they are, or have the gate waived: ledgerctl rollout waive --gate"
                + " scope");
  }
}
