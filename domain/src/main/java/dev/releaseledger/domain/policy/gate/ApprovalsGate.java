package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;
import java.util.List;

/** Enough people said yes to exactly this plan, and their word still holds. */
record ApprovalsGate() implements GateRule {

  @Override
  public String name() {
    return "approvals";
  }

  @Override
  public String problem() {
    return "approvals-missing";
  }

  @Override
  public boolean passedInEmergency() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    Ballot ballot = facts.ballot();
    Ballot now = ballot.at(facts.now());
    List<String> missing = now.missingPeople();
    String count = "%d of %d".formatted(now.given().size(), now.people());
    if (missing.isEmpty()) {
      return met(count);
    }
    int lapsed = ballot.given().size() - now.given().size();
    return unmet(
        count
            + "; missing: "
            + String.join(", ", missing)
            + (lapsed == 0 ? "" : "; %d lapsed".formatted(lapsed)),
        "somebody who may approves this digest: ledgerctl rollout approve");
  }
}
