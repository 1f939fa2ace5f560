package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rollout, as far as decisions about it need to know it.
 *
 * @param applyActor on whose behalf it runs
 * @param completed the last stage of each connection whose statements are committed
 */
public record Rollout(
    PlanProposed proposal,
    RolloutStatus status,
    Set<String> approvers,
    String applyActor,
    SortedMap<String, Integer> completed) {

  public Rollout {
    approvers = Set.copyOf(approvers);
    completed = Collections.unmodifiableSortedMap(new TreeMap<>(completed));
  }

  static Rollout of(PlanProposed proposal) {
    RolloutStatus status =
        proposal.approvalsRequired() == 0 ? RolloutStatus.APPROVED : RolloutStatus.PROPOSED;
    return new Rollout(proposal, status, Set.of(), "", new TreeMap<>());
  }

  Rollout with(RolloutStatus next) {
    return new Rollout(proposal, next, approvers, applyActor, completed);
  }

  Rollout approvedBy(String actor) {
    Set<String> all = new LinkedHashSet<>(approvers);
    all.add(actor);
    RolloutStatus next =
        all.size() >= proposal.approvalsRequired() ? RolloutStatus.APPROVED : status;
    return new Rollout(proposal, next, all, applyActor, completed);
  }

  Rollout applyingFor(String actor) {
    return new Rollout(proposal, RolloutStatus.APPLYING, approvers, actor, completed);
  }

  Rollout completed(String connection, int stage) {
    SortedMap<String, Integer> further = new TreeMap<>(completed);
    further.merge(connection, stage, Math::max);
    return new Rollout(proposal, status, approvers, applyActor, further);
  }

  /** The rollout's id. */
  public String id() {
    return proposal.rollout();
  }

  /** The last stage of a connection that is recorded as committed, 0 when none is. */
  public int completedStages(String connection) {
    return completed.getOrDefault(connection, 0);
  }
}
