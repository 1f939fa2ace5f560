package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.GateSettings.Evidence;
import dev.releaseledger.domain.policy.Policy;
import java.util.List;

/** What has to be on record about every change is. */
record EvidenceGate() implements GateRule {

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public String problem() {
    return "evidence-missing";
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
    List<Evidence> wanted = policy.gates().evidence();
    List<String> missing =
        wanted.stream()
            .filter(kind -> !facts.records().evidence().contains(kind))
            .map(Evidence::word)
            .toList();
    if (missing.isEmpty()) {
      return met(
          wanted.isEmpty()
              ? "the policy asks for no records"
              : "on record: " + String.join(", ", wanted.stream().map(Evidence::word).toList()));
    }
    return unmet(
        "not on record: " + String.join(", ", missing),
        "record it: ledgerctl rollout ticket, ledgerctl rollout test, ledgerctl rollout note");
  }
}
