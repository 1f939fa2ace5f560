package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;

/** The ref descends from the commit of the current release. */
record LinearHistoryGate() implements GateRule {

  @Override
  public String name() {
    return "linear-history";
  }

  @Override
  public String problem() {
    return "history-not-linear";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    if (!policy.gates().linearHistory()) {
      return met("the policy asks for no order of commits");
    }
    return facts.ground().descends()
        ? met("the ref descends from the commit of the current release")
        : unmet(
            "the ref does not descend from the commit of the current release, so that it may lack"
                + " what others applied",
            "merge or rebase it, or have the gate waived: ledgerctl rollout waive --gate"
                + " linear-history");
  }
}
