package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyRefused;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyResumed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApprovalWithdrawn;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackfillRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackupRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftResolved;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyReviewed;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentFrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentUnfrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.GateWaived;
import dev.releaseledger.domain.environment.EnvironmentEvent.NoteRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanCommented;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutAborted;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutExpired;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutScheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutUnscheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.StageStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.EnvironmentEvent.TestRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.TicketLinked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An environment on its way through events. Thousands of them change one copy of it; a copy for
 * each would take longer the more rollouts there have been.
 */
final class Evolution {

  private static final String FREEZE = "freeze";

  private final Environment from;
  private EnvironmentId id;
  private SortedMap<String, String> connections;
  private int approvalsRequired;
  private @Nullable PolicyAdopted policy;
  private @Nullable String freezeReason;
  private @Nullable ReleaseAdvanced current;
  private SortedMap<String, String> lastKnown;
  private boolean drifted;
  private Map<String, ReleaseAdvanced> releases;
  private Map<String, Rollout> rollouts;
  private long lease;
  private List<BackupRecorded> backups;
  private @Nullable ReleaseAdvanced furthest;

  Evolution(Environment from) {
    this.from = from;
    this.id = from.id();
    this.connections = from.connections();
    this.approvalsRequired = from.approvalsRequired();
    this.policy = from.policy();
    this.freezeReason = from.freezeReason();
    this.current = from.current();
    this.lastKnown = from.lastKnown();
    this.drifted = from.drifted();
    this.releases = from.releases();
    this.rollouts = from.rollouts();
    this.lease = from.lease();
    this.backups = from.backups();
    this.furthest = from.furthest();
  }

  /** Where it has arrived; nothing may be taken in after that. */
  Environment environment() {
    return new Environment(
        id,
        connections,
        approvalsRequired,
        policy,
        freezeReason,
        current,
        lastKnown,
        drifted,
        releases,
        rollouts,
        lease,
        backups,
        furthest);
  }

  /** Takes in the next event. */
  void take(EnvironmentEvent event) {
    switch (event) {
      case EnvironmentCreated e -> {
        id = new EnvironmentId(e.project(), e.environment());
        connections = e.connections();
        approvalsRequired = e.approvalsRequired();
      }
      case PolicyAdopted e -> {
        policy = e;
        approvalsRequired = e.approvalsRequired();
      }
      case EnvironmentFrozen e -> {
        freezeReason = e.reason();
        // Who waived an earlier freeze did not answer for this one.
        for (Rollout rollout : List.copyOf(rollouts.values())) {
          Records left = rollout.records().withoutWaiverOf(FREEZE, e.at());
          if (!left.equals(rollout.records())) {
            rollouts().put(rollout.id(), rollout.with(left));
          }
        }
      }
      case EnvironmentUnfrozen e -> freezeReason = null;
      case BackupRecorded e -> backups().add(e);
      case PlanProposed e -> rollouts().put(e.rollout(), Rollout.of(e));
      case PlanApproved e -> update(e.rollout(), rollout -> rollout.approvedBy(e));
      case ApprovalWithdrawn e -> update(e.rollout(), rollout -> rollout.withdrawnBy(e.whose()));
      case PlanCommented e -> update(e.rollout(), it -> it.with(it.records().with(e)));
      case PlanDeferred e -> move(e.rollout(), RolloutStatus.DEFERRED);
      case PlanRejected e -> move(e.rollout(), RolloutStatus.REJECTED);
      case PlanInvalidated e -> move(e.rollout(), RolloutStatus.INVALIDATED);
      case RolloutAborted e -> move(e.rollout(), RolloutStatus.ABORTED);
      case RolloutExpired e -> move(e.rollout(), RolloutStatus.EXPIRED);
      case RolloutScheduled e -> update(e.rollout(), rollout -> rollout.scheduled(e));
      case RolloutUnscheduled e -> update(e.rollout(), Rollout::unscheduled);
      case GateWaived e -> update(e.rollout(), it -> it.with(it.records().with(e)));
      case TicketLinked e -> update(e.rollout(), it -> it.with(it.records().with(e)));
      case TestRecorded e -> update(e.rollout(), it -> it.with(it.records().with(e)));
      case NoteRecorded e -> update(e.rollout(), it -> it.with(it.records().with(e)));
      case EmergencyDeclared e -> update(e.rollout(), rollout -> rollout.declared(e));
      case EmergencyReviewed e -> update(e.rollout(), rollout -> rollout.reviewed(e));
      case BackfillRecorded e -> {
        if (e.validated()) {
          move(e.rollout(), RolloutStatus.RELEASED);
        }
      }
      case ApplyRefused e -> {}
      case ApplyStarted e -> {
        update(e.rollout(), rollout -> rollout.applyingFor(e.actor()));
        lease = e.fencingToken();
      }
      case ApplyResumed e -> lease = e.fencingToken();
      case StageStarted e -> {}
      case StatementApplied e ->
          update(e.rollout(), rollout -> rollout.completed(e.connection(), e.stage()));
      case ApplyFailed e -> {
        move(e.rollout(), RolloutStatus.FAILED);
        lastKnown = e.reached();
      }
      case ApplySucceeded e -> {
        move(e.rollout(), RolloutStatus.APPLIED);
        rollout(e.rollout()).ifPresent(rollout -> lastKnown = rollout.proposal().target());
      }
      case DriftCheckPassed e -> check(e.rollout(), e.check(), RolloutStatus.VERIFIED, false);
      case DriftDetected e -> check(e.rollout(), e.check(), RolloutStatus.DRIFTED, true);
      case DriftResolved e -> drifted = false;
      case ReleaseAdvanced e -> release(e);
    }
  }

  /** Leaves out some of the rollouts, and the releases that the pointer has left. */
  void forget(Predicate<Rollout> over) {
    rollouts().values().removeIf(over);
    releases = Map.of();
  }

  private void check(
      @Nullable String rollout, DriftCheck check, RolloutStatus then, boolean differs) {
    drifted = differs;
    if (rollout == null || check != DriftCheck.POST_APPLY) {
      return;
    }
    boolean waits =
        rollout(rollout)
            .filter(r -> r.status() == RolloutStatus.APPLIED || r.status() == RolloutStatus.DRIFTED)
            .isPresent();
    if (differs || waits) {
      move(rollout, then);
    }
  }

  private void release(ReleaseAdvanced event) {
    releases().put(event.release(), event);
    current = event;
    if (event.cause() != ReleaseCause.ROLLBACK) {
      lastKnown = event.schemas();
      furthest = event.ref() == null ? furthest : event;
    }
    if (event.rollout() != null) {
      update(event.rollout(), Rollout::released);
    }
  }

  private void move(String rollout, RolloutStatus status) {
    update(rollout, r -> r.with(status));
  }

  private void update(String rollout, UnaryOperator<Rollout> change) {
    rollout(rollout).ifPresent(known -> rollouts().put(rollout, change.apply(known)));
  }

  private Optional<Rollout> rollout(String rollout) {
    return Optional.ofNullable(rollouts.get(rollout));
  }

  // What is still that of the environment it came from is copied before it is changed.

  private Map<String, Rollout> rollouts() {
    if (rollouts == from.rollouts()) {
      rollouts = new LinkedHashMap<>(rollouts);
    }
    return rollouts;
  }

  private Map<String, ReleaseAdvanced> releases() {
    if (releases == from.releases()) {
      releases = new LinkedHashMap<>(releases);
    }
    return releases;
  }

  private List<BackupRecorded> backups() {
    if (backups == from.backups()) {
      backups = new ArrayList<>(backups);
    }
    return backups;
  }
}
