package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;

/** A gate: says by the policy and the facts whether a plan is through. */
public sealed interface GateRule
    permits TriggerGate,
        ContractGate,
        ApprovalsGate,
        OwnersGate,
        AuthorityGate,
        AnchoredGate,
        SeparationGate,
        PromotionGate,
        BackupGate,
        RecoveryGate,
        DataStrategyGate,
        ScopeGate,
        SecurityNoteGate,
        EvidenceGate,
        WindowGate,
        FreezeGate,
        LinearHistoryGate,
        ObligationGate,
        DriftGate {

  /** Its name, in kebab case. */
  String name();

  /** The name of the page about standing before it. */
  String problem();

  /** Whether somebody may open it for one plan, and answer for that. */
  default boolean waivable() {
    return false;
  }

  /** Whether an emergency goes past it. */
  default boolean passedInEmergency() {
    return false;
  }

  /** Judges a plan. */
  Gate judge(Policy policy, Facts facts);

  /** The plan is through. */
  default Gate met(String why) {
    return Gate.met(name(), why);
  }

  /** The plan stands before it. */
  default Gate unmet(String why, String remedy) {
    return Gate.unmet(name(), why, remedy, problem());
  }
}
