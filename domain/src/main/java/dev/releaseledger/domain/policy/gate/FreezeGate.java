package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.gate.Facts.Ground;

/** Neither the environment nor its project is frozen. */
record FreezeGate() implements GateRule {

  @Override
  public String name() {
    return "freeze";
  }

  @Override
  public String problem() {
    return "environment-frozen";
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
    Ground ground = facts.ground();
    if (ground.freeze() != null) {
      return unmet(
              "the environment is frozen",
              "wait, unfreeze it with ledgerctl env unfreeze, or have the gate waived")
          .quoting(ground.freeze());
    }
    return ground.projectFreeze() == null
        ? met("neither the environment nor the project is frozen")
        : unmet(
                "the project is frozen",
                "wait, unfreeze it with ledgerctl project unfreeze, or have the gate waived")
            .quoting(ground.projectFreeze());
  }
}
