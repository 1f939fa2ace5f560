package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;

/** The database is what the ledger knows. */
record DriftGate() implements GateRule {

  @Override
  public String name() {
    return "drift";
  }

  @Override
  public String problem() {
    return "drift-present";
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    return facts.ground().drifted()
        ? unmet(
            "the database is not what the ledger knows",
            "look at it with ledgerctl drift show, and take it back")
        : met("no drift is known");
  }
}
