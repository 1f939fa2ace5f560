package dev.releaseledger.domain.policy.contract;

import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.policy.contract.Verdict.Decision;
import java.util.List;
import java.util.Objects;

/** What a contract says to a plan: to each of its changes, and so to all of them. */
public record Review(List<Verdict> verdicts) {

  /** Of a plan that nothing is said to. */
  public static final Review NONE = new Review(List.of());

  private static final String WAITING = Verdict.CODES + Decision.MANUAL_APPROVAL.word() + ":";

  public Review {
    verdicts = List.copyOf(verdicts);
  }

  /** The names of all that the contract does not let through by itself. */
  public List<String> blockers() {
    return verdicts.stream().map(Verdict::blocker).filter(Objects::nonNull).toList();
  }

  /** The verdicts that stop the plan, whoever says yes to it. */
  public List<Verdict> refused() {
    return verdicts.stream()
        .filter(verdict -> verdict.blocker() != null && !waitsForSomebody(verdict))
        .toList();
  }

  /** Whether somebody has to say yes to the plan. */
  public boolean needsApproval() {
    return verdicts.stream().anyMatch(Review::waitsForSomebody);
  }

  private static boolean waitsForSomebody(Verdict verdict) {
    return verdict.blocker() != null && verdict.blocker().startsWith(WAITING);
  }

  /** Whether every change may run, and none keeps anybody waiting. */
  public boolean onlineEligible() {
    return blockers().isEmpty()
        && verdicts.stream().allMatch(it -> it.risk().compareTo(Risk.LOW_LOCK) <= 0);
  }
}
