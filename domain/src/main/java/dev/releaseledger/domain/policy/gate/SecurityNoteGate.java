package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.TableNames;
import java.util.List;

/** For tables that matter to security somebody said what the change means. */
record SecurityNoteGate() implements GateRule {

  @Override
  public String name() {
    return "security-note";
  }

  @Override
  public String problem() {
    return "security-note-missing";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public boolean passedInEmergency() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    List<String> touched =
        facts.impact().tables().stream()
            .filter(table -> TableNames.matchesAny(policy.gates().securityNote(), table))
            .toList();
    if (touched.isEmpty()) {
      return met("it touches nothing that the policy marks");
    }
    return facts.records().securityNote()
        ? met("what it means for security is on record")
        : unmet(
            "it touches what matters to security: " + String.join(", ", touched),
            "write down what it means: ledgerctl rollout note --kind security-impact");
  }
}
