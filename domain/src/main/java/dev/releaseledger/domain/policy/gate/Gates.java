package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;
import java.util.List;
import java.util.Optional;

/** All gates, in the order in which they are told. */
public final class Gates {

  /** Every gate there is. */
  public static final List<GateRule> ALL =
      List.of(
          new TriggerGate(),
          new ContractGate(),
          new ApprovalsGate(),
          new OwnersGate(),
          new AuthorityGate(),
          new AnchoredGate(),
          new SeparationGate(),
          new PromotionGate(),
          new BackupGate(),
          new RecoveryGate(),
          new DataStrategyGate(),
          new ScopeGate(),
          new SecurityNoteGate(),
          new EvidenceGate(),
          new WindowGate(),
          new FreezeGate(),
          new LinearHistoryGate(),
          new ObligationGate(),
          new DriftGate());

  private Gates() {}

  /** The gate of a name. */
  public static Optional<GateRule> named(String name) {
    return ALL.stream().filter(gate -> gate.name().equals(name)).findFirst();
  }

  /** Judges a plan by all gates at once; a gate that was waived lets through. */
  public static List<Gate> judge(Policy policy, Facts facts) {
    return ALL.stream().map(rule -> judge(rule, policy, facts)).toList();
  }

  /** Those of some verdicts that stop a plan, where an emergency was declared or not. */
  public static List<Gate> stopping(List<Gate> judged, boolean emergency) {
    return judged.stream()
        .filter(gate -> !gate.met())
        .filter(gate -> !(emergency && named(gate.name()).orElseThrow().passedInEmergency()))
        .toList();
  }

  private static Gate judge(GateRule rule, Policy policy, Facts facts) {
    Gate gate = rule.judge(policy, facts);
    String waiver = facts.records().waived().get(rule.name());
    return gate.met() || waiver == null || !rule.waivable() ? gate : gate.waived(waiver);
  }
}
