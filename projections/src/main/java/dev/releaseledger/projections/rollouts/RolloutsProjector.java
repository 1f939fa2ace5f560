package dev.releaseledger.projections.rollouts;

import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApprovalWithdrawn;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackfillRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyReviewed;
import dev.releaseledger.domain.environment.EnvironmentEvent.OfRollout;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutAborted;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutExpired;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutScheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutUnscheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.Position;
import dev.releaseledger.projections.ViewTables;
import java.sql.Timestamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps where rollouts stand, who approved them and which statements are committed. */
@ProcessingGroup("rollouts")
public final class RolloutsProjector {

  private final ViewTables views;
  private final JsonText json;

  public RolloutsProjector(ViewTables views, JsonText json) {
    this.views = views;
    this.json = json;
  }

  @EventHandler
  void on(PlanProposed event, TrackingToken token) {
    Rollout rollout = Rollout.of(event);
    views.update(
        """
        insert into view_rollout
          (rollout, position, project, environment, ref, requested_ref, plan_digest, status,
           requested_by, requested_at, approvals_required, steps, destructive, forced, trigger,
           reason, backfill)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (rollout) do nothing
        """,
        event.rollout(),
        Position.of(token),
        event.project(),
        event.environment(),
        event.ref(),
        event.requestedRef(),
        event.planDigest(),
        rollout.status().word(),
        event.actor(),
        Timestamp.from(event.at()),
        rollout.ballot().people(),
        event.steps(),
        !event.destructive().isEmpty(),
        event.forced(),
        event.trigger(),
        event.reason(),
        rollout.terms().backfill());
  }

  @EventHandler
  void on(PlanApproved event, TrackingToken token) {
    views.update(
        """
        insert into view_rollout_approval
          (position, rollout, actor, reason, capacities, reference, channel, signed, at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
        """,
        Position.of(token),
        event.rollout(),
        event.actor(),
        event.reason(),
        json.write(event.capacities()),
        event.reference(),
        event.channel(),
        event.signature() != null,
        Timestamp.from(event.at()));
    views.update(
        """
        update view_rollout set status = 'approved', status_reason = null, next_review = null
        where rollout = ? and status in ('proposed', 'deferred')
          and coalesce(cast(? as boolean), approvals_required <=
            (select count(distinct actor) from view_rollout_approval where rollout = ?))
        """,
        event.rollout(),
        event.complete(),
        event.rollout());
  }

  @EventHandler
  void on(ApprovalWithdrawn event) {
    views.update(
        "delete from view_rollout_approval where rollout = ? and actor = ?",
        event.rollout(),
        event.whose());
    if (!event.complete()) {
      views.update(
          """
          update view_rollout set status = 'proposed', apply_at = null
          where rollout = ? and status in ('approved', 'scheduled')
          """,
          event.rollout());
    }
  }

  @EventHandler
  void on(RolloutScheduled event) {
    move(event.rollout(), RolloutStatus.SCHEDULED);
    views.update(
        "update view_rollout set apply_at = ? where rollout = ?",
        Timestamp.from(event.applyAt()),
        event.rollout());
  }

  @EventHandler
  void on(RolloutUnscheduled event) {
    views.update(
        """
        update view_rollout set status = 'approved', apply_at = null
        where rollout = ? and status = 'scheduled'
        """,
        event.rollout());
  }

  @EventHandler
  void on(RolloutExpired event) {
    end(event, RolloutStatus.EXPIRED, event.reason());
  }

  @EventHandler
  void on(EmergencyDeclared event) {
    views.update(
        "update view_rollout set review_due = ? where rollout = ?",
        Timestamp.from(event.reviewDue()),
        event.rollout());
  }

  @EventHandler
  void on(EmergencyReviewed event) {
    views.update("update view_rollout set review_due = null where rollout = ?", event.rollout());
  }

  @EventHandler
  void on(BackfillRecorded event) {
    if (event.validated()) {
      move(event.rollout(), RolloutStatus.RELEASED);
    }
  }

  @EventHandler
  void on(PlanRejected event) {
    end(event, RolloutStatus.REJECTED, event.reason());
  }

  @EventHandler
  void on(PlanDeferred event) {
    end(event, RolloutStatus.DEFERRED, event.reason());
    views.update(
        "update view_rollout set next_review = ? where rollout = ?",
        event.nextReview(),
        event.rollout());
  }

  @EventHandler
  void on(PlanInvalidated event) {
    end(event, RolloutStatus.INVALIDATED, event.reason());
  }

  @EventHandler
  void on(RolloutAborted event) {
    end(event, RolloutStatus.ABORTED, event.reason());
  }

  @EventHandler
  void on(ApplyStarted event) {
    move(event.rollout(), RolloutStatus.APPLYING);
    views.update(
        "update view_rollout set apply_at = null, gates = ? where rollout = ?",
        json.write(event.gates()),
        event.rollout());
  }

  @EventHandler
  void on(StatementApplied event) {
    views.update(
        """
        insert into view_rollout_statement (rollout, connection, step, millis, at)
        values (?, ?, ?, ?, ?) on conflict (rollout, connection, step) do nothing
        """,
        event.rollout(),
        event.connection(),
        event.step(),
        event.millis(),
        Timestamp.from(event.at()));
  }

  @EventHandler
  void on(ApplyFailed event) {
    RolloutRow.Failure failure =
        new RolloutRow.Failure(
            event.connection(),
            event.stage(),
            event.step(),
            event.sqlState(),
            event.message(),
            event.rolledBack(),
            event.takenBack());
    views.update(
        "update view_rollout set status = ?, failure = ? where rollout = ?",
        RolloutStatus.FAILED.word(),
        json.write(failure),
        event.rollout());
    for (int step : event.takenBack()) {
      views.update(
          """
          update view_rollout_statement set taken_back = true
          where rollout = ? and connection = ? and step = ?
          """,
          event.rollout(),
          event.connection(),
          step);
    }
  }

  @EventHandler
  void on(ApplySucceeded event) {
    move(event.rollout(), RolloutStatus.APPLIED);
  }

  @EventHandler
  void on(DriftCheckPassed event) {
    if (event.rollout() != null && event.check() == DriftCheck.POST_APPLY) {
      checked(event.rollout(), RolloutStatus.VERIFIED);
    }
  }

  @EventHandler
  void on(DriftDetected event) {
    if (event.rollout() != null && event.check() == DriftCheck.POST_APPLY) {
      checked(event.rollout(), RolloutStatus.DRIFTED);
    }
  }

  @EventHandler
  void on(ReleaseAdvanced event) {
    if (event.rollout() != null) {
      views.update(
          """
          update view_rollout
          set status = case when backfill is null then ? else ? end, release = ?
          where rollout = ?
          """,
          RolloutStatus.RELEASED.word(),
          RolloutStatus.BACKFILL_PENDING.word(),
          event.release(),
          event.rollout());
    }
  }

  private void end(OfRollout event, RolloutStatus status, String reason) {
    move(event.rollout(), status);
    views.update(
        "update view_rollout set status_reason = ? where rollout = ?", reason, event.rollout());
  }

  /** A check that comes in after the release changes nothing. */
  private void checked(String rollout, RolloutStatus status) {
    views.update(
        "update view_rollout set status = ? where rollout = ? and status in"
            + " ('applied', 'drifted', 'verified')",
        status.word(),
        rollout);
  }

  private void move(String rollout, RolloutStatus status) {
    views.update(
        """
        update view_rollout set status = ?, status_reason = null, next_review = null
        where rollout = ?
        """,
        status.word(),
        rollout);
  }
}
