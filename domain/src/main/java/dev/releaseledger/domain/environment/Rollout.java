package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import java.util.LinkedHashSet;
import java.util.Set;

/** A rollout, as far as decisions about it need to know it. */
public record Rollout(
    PlanProposed proposal, RolloutStatus status, Set<String> approvers, String applyActor) {

  public Rollout {
    approvers = Set.copyOf(approvers);
  }

  static Rollout of(PlanProposed proposal) {
    RolloutStatus status =
        proposal.approvalsRequired() == 0 ? RolloutStatus.APPROVED : RolloutStatus.PROPOSED;
    return new Rollout(proposal, status, Set.of(), "");
  }

  Rollout with(RolloutStatus next) {
    return new Rollout(proposal, next, approvers, applyActor);
  }

  Rollout approvedBy(String actor) {
    Set<String> all = new LinkedHashSet<>(approvers);
    all.add(actor);
    RolloutStatus next =
        all.size() >= proposal.approvalsRequired() ? RolloutStatus.APPROVED : status;
    return new Rollout(proposal, next, all, applyActor);
  }

  Rollout applyingFor(String actor) {
    return new Rollout(proposal, RolloutStatus.APPLYING, approvers, actor);
  }

  /** The rollout's id. */
  public String id() {
    return proposal.rollout();
  }
}
