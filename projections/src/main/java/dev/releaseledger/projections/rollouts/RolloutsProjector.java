package dev.releaseledger.projections.rollouts;

import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.OfRollout;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutAborted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.Position;
import java.sql.Timestamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps where rollouts stand, who approved them and which statements are committed. */
@ProcessingGroup("rollouts")
public final class RolloutsProjector {

  private final JdbcClient jdbc;
  private final JsonText json;

  public RolloutsProjector(JdbcClient jdbc, JsonText json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @EventHandler
  void on(PlanProposed event, TrackingToken token) {
    RolloutStatus status =
        event.approvalsRequired() == 0 ? RolloutStatus.APPROVED : RolloutStatus.PROPOSED;
    jdbc.sql(
            """
            insert into view_rollout
              (rollout, position, project, environment, ref, requested_ref, plan_digest, status,
               requested_by, requested_at, approvals_required, steps, destructive, forced, trigger,
               reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (rollout) do nothing
            """)
        .params(
            event.rollout(),
            Position.of(token),
            event.project(),
            event.environment(),
            event.ref(),
            event.requestedRef(),
            event.planDigest(),
            status.word(),
            event.actor(),
            Timestamp.from(event.at()),
            event.approvalsRequired(),
            event.steps(),
            !event.destructive().isEmpty(),
            event.forced(),
            event.trigger(),
            event.reason())
        .update();
  }

  @EventHandler
  void on(PlanApproved event, TrackingToken token) {
    jdbc.sql(
            """
            insert into view_rollout_approval (position, rollout, actor, reason, at)
            values (?, ?, ?, ?, ?) on conflict (position) do nothing
            """)
        .params(
            Position.of(token),
            event.rollout(),
            event.actor(),
            event.reason(),
            Timestamp.from(event.at()))
        .update();
    jdbc.sql(
            """
            update view_rollout set status = 'approved'
            where rollout = ? and status in ('proposed', 'deferred') and approvals_required <=
              (select count(distinct actor) from view_rollout_approval where rollout = ?)
            """)
        .params(event.rollout(), event.rollout())
        .update();
  }

  @EventHandler
  void on(PlanRejected event) {
    end(event, RolloutStatus.REJECTED, event.reason());
  }

  @EventHandler
  void on(PlanDeferred event) {
    end(event, RolloutStatus.DEFERRED, event.reason());
    jdbc.sql("update view_rollout set next_review = ? where rollout = ?")
        .params(event.nextReview(), event.rollout())
        .update();
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
  }

  @EventHandler
  void on(StatementApplied event) {
    jdbc.sql(
            """
            insert into view_rollout_statement (rollout, connection, step, millis, at)
            values (?, ?, ?, ?, ?) on conflict (rollout, connection, step) do nothing
            """)
        .params(
            event.rollout(),
            event.connection(),
            event.step(),
            event.millis(),
            Timestamp.from(event.at()))
        .update();
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
            event.rolledBack());
    jdbc.sql("update view_rollout set status = ?, failure = ? where rollout = ?")
        .params(RolloutStatus.FAILED.word(), json.write(failure), event.rollout())
        .update();
  }

  @EventHandler
  void on(ApplySucceeded event) {
    move(event.rollout(), RolloutStatus.APPLIED);
  }

  @EventHandler
  void on(DriftCheckPassed event) {
    if (event.rollout() != null && event.check() == DriftCheck.POST_APPLY) {
      move(event.rollout(), RolloutStatus.VERIFIED);
    }
  }

  @EventHandler
  void on(DriftDetected event) {
    if (event.rollout() != null && event.check() == DriftCheck.POST_APPLY) {
      move(event.rollout(), RolloutStatus.DRIFTED);
    }
  }

  @EventHandler
  void on(ReleaseAdvanced event) {
    if (event.rollout() != null) {
      jdbc.sql("update view_rollout set status = ?, release = ? where rollout = ?")
          .params(RolloutStatus.RELEASED.word(), event.release(), event.rollout())
          .update();
    }
  }

  @ResetHandler
  void reset() {
    jdbc.sql("delete from view_rollout_statement").update();
    jdbc.sql("delete from view_rollout_approval").update();
    jdbc.sql("delete from view_rollout").update();
  }

  private void end(OfRollout event, RolloutStatus status, String reason) {
    move(event.rollout(), status);
    jdbc.sql("update view_rollout set reason = ? where rollout = ?")
        .params(reason, event.rollout())
        .update();
  }

  private void move(String rollout, RolloutStatus status) {
    jdbc.sql("update view_rollout set status = ? where rollout = ?")
        .params(status.word(), rollout)
        .update();
  }
}
