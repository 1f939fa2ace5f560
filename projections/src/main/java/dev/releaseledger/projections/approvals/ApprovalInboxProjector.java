package dev.releaseledger.projections.approvals;

import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApprovalWithdrawn;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutAborted;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutExpired;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.projections.Position;
import dev.releaseledger.projections.ViewTables;
import java.sql.Timestamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Keeps the plans that wait for approval; a plan that has enough waits no more, and leaves when it
 * is over.
 */
@ProcessingGroup("approvals")
public final class ApprovalInboxProjector {

  private final ViewTables views;

  public ApprovalInboxProjector(ViewTables views) {
    this.views = views;
  }

  @EventHandler
  void on(PlanProposed event, TrackingToken token) {
    Rollout rollout = Rollout.of(event);
    if (rollout.status().isApproved()) {
      return;
    }
    views.update(
        """
        insert into view_approval_inbox
          (rollout, position, project, environment, plan_digest, ref, destructive, requested_by,
           requested_at, approvals_given, approvals_required)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) on conflict (rollout) do nothing
        """,
        event.rollout(),
        Position.of(token),
        event.project(),
        event.environment(),
        event.planDigest(),
        event.ref(),
        !event.destructive().isEmpty(),
        event.actor(),
        Timestamp.from(event.at()),
        rollout.ballot().people());
  }

  @EventHandler
  void on(PlanApproved event, TrackingToken token) {
    views.update(
        """
        update view_approval_inbox set approvals_given = approvals_given + 1, counted = ?
        where rollout = ? and counted < ?
        """,
        Position.of(token),
        event.rollout(),
        Position.of(token));
    views.update(
        """
        update view_approval_inbox
        set waits = not coalesce(cast(? as boolean), approvals_given >= approvals_required)
        where rollout = ?
        """,
        event.complete(),
        event.rollout());
  }

  @EventHandler
  void on(ApprovalWithdrawn event, TrackingToken token) {
    views.update(
        """
        update view_approval_inbox
        set approvals_given = approvals_given - 1, waits = not ?, counted = ?
        where rollout = ? and counted < ?
        """,
        event.complete(),
        Position.of(token),
        event.rollout(),
        Position.of(token));
  }

  @EventHandler
  void on(ApplyStarted event) {
    remove(event.rollout());
  }

  @EventHandler
  void on(RolloutExpired event) {
    remove(event.rollout());
  }

  @EventHandler
  void on(PlanDeferred event) {
    views.update(
        "update view_approval_inbox set next_review = ? where rollout = ?",
        event.nextReview(),
        event.rollout());
  }

  @EventHandler
  void on(PlanRejected event) {
    remove(event.rollout());
  }

  @EventHandler
  void on(PlanInvalidated event) {
    remove(event.rollout());
  }

  @EventHandler
  void on(RolloutAborted event) {
    remove(event.rollout());
  }

  private void remove(String rollout) {
    views.update("delete from view_approval_inbox where rollout = ?", rollout);
  }
}
