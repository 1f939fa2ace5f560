package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyReviewed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutScheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.policy.gate.Ballot;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rollout, as far as decisions about it need to know it.
 *
 * @param approvals the approvals that stand, by actor, oldest first
 * @param applyActor on whose behalf it runs
 * @param completed the last stage of each connection whose statements are committed
 * @param records what is on record about it
 * @param schedule when it is to run, or null
 * @param emergency the emergency that let it past gates, or null
 * @param reviewed who looked at that afterwards, or null
 */
public record Rollout(
    PlanProposed proposal,
    RolloutStatus status,
    Map<String, PlanApproved> approvals,
    String applyActor,
    SortedMap<String, Integer> completed,
    Records records,
    @Nullable RolloutScheduled schedule,
    @Nullable EmergencyDeclared emergency,
    @Nullable EmergencyReviewed reviewed) {

  public Rollout {
    approvals = Collections.unmodifiableMap(new LinkedHashMap<>(approvals));
    completed = Collections.unmodifiableSortedMap(new TreeMap<>(completed));
  }

  /** A rollout as it begins. */
  public static Rollout of(PlanProposed proposal) {
    Rollout proposed =
        new Rollout(
            proposal,
            RolloutStatus.PROPOSED,
            Map.of(),
            "",
            new TreeMap<>(),
            Records.NONE,
            null,
            null,
            null);
    return proposed.ballot().complete() ? proposed.with(RolloutStatus.APPROVED) : proposed;
  }

  /** The rollout's id. */
  public String id() {
    return proposal.rollout();
  }

  /** What it needs to be approved, and where it comes from. */
  public Terms terms() {
    return Objects.requireNonNullElse(proposal.terms(), Terms.NONE);
  }

  /** Who has approved it. */
  public Set<String> approvers() {
    return approvals.keySet();
  }

  /** Its approvals beside those that it needs. */
  public Ballot ballot() {
    Terms terms = terms();
    return new Ballot(
        proposal.approvalsRequired(),
        terms.capacities(),
        terms.signed(),
        terms.validForHours(),
        approvals.values().stream()
            .map(yes ->
                new Ballot.Yes(
                    yes.actor(), Set.copyOf(yes.capacities()), yes.signature() != null, yes.at()))
            .toList());
  }

  /** Whether somebody still has to look at the emergency that let it through. */
  public boolean awaitsReview() {
    return emergency != null && reviewed == null;
  }

  /** The last stage of a connection that is recorded as committed, 0 when none is. */
  public int completedStages(String connection) {
    return completed.getOrDefault(connection, 0);
  }

  Rollout with(RolloutStatus next) {
    return copy(next, approvals, applyActor, completed, records, null);
  }

  Rollout approvedBy(PlanApproved approval) {
    Map<String, PlanApproved> all = new LinkedHashMap<>(approvals);
    all.put(approval.actor(), approval);
    return decided(all);
  }

  Rollout withdrawnBy(String actor) {
    Map<String, PlanApproved> all = new LinkedHashMap<>(approvals);
    all.remove(actor);
    return decided(all);
  }

  private Rollout decided(Map<String, PlanApproved> all) {
    Rollout next = copy(status, all, applyActor, completed, records, schedule);
    if (next.ballot().complete()) {
      return status.isUndecided() ? next.with(RolloutStatus.APPROVED) : next;
    }
    return status.isApproved() ? next.with(RolloutStatus.PROPOSED) : next;
  }

  Rollout scheduled(RolloutScheduled event) {
    return copy(RolloutStatus.SCHEDULED, approvals, applyActor, completed, records, event);
  }

  /** Approved as before, where it was to run at a time. */
  Rollout unscheduled() {
    return status == RolloutStatus.SCHEDULED ? with(RolloutStatus.APPROVED) : this;
  }

  Rollout applyingFor(String actor) {
    return copy(RolloutStatus.APPLYING, approvals, actor, completed, records, null);
  }

  Rollout completed(String connection, int stage) {
    SortedMap<String, Integer> further = new TreeMap<>(completed);
    further.merge(connection, stage, Math::max);
    return copy(status, approvals, applyActor, further, records, schedule);
  }

  Rollout with(Records more) {
    return copy(status, approvals, applyActor, completed, more, schedule);
  }

  Rollout released() {
    return with(
        terms().backfill() == null ? RolloutStatus.RELEASED : RolloutStatus.BACKFILL_PENDING);
  }

  Rollout declared(EmergencyDeclared event) {
    return new Rollout(
        proposal, status, approvals, applyActor, completed, records, schedule, event, null);
  }

  Rollout reviewed(EmergencyReviewed event) {
    return new Rollout(
        proposal, status, approvals, applyActor, completed, records, schedule, emergency, event);
  }

  private Rollout copy(
      RolloutStatus nextStatus,
      Map<String, PlanApproved> nextApprovals,
      String nextActor,
      SortedMap<String, Integer> nextCompleted,
      Records nextRecords,
      @Nullable RolloutScheduled nextSchedule) {
    return new Rollout(
        proposal,
        nextStatus,
        nextApprovals,
        nextActor,
        nextCompleted,
        nextRecords,
        nextSchedule,
        emergency,
        reviewed);
  }
}
