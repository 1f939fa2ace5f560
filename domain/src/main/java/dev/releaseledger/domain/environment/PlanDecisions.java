package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Decision.accept;
import static dev.releaseledger.domain.environment.Decision.decline;

import dev.releaseledger.domain.environment.EnvironmentCommand.AbortRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.ApprovePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.DeferPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.InvalidatePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ProposePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.RejectPlan;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutAborted;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AlreadyApproved;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import dev.releaseledger.domain.environment.EnvironmentRefusal.DigestMismatch;
import dev.releaseledger.domain.environment.EnvironmentRefusal.OwnPlan;
import dev.releaseledger.domain.environment.EnvironmentRefusal.PolicyChanged;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.environment.EnvironmentRefusal.WrongStatus;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What people decide about plans. */
final class PlanDecisions {

  private PlanDecisions() {}

  static Decision propose(Environment state, ProposePlan c) {
    Optional<Rollout> underway = state.underway();
    if (underway.isPresent()) {
      return decline(new AnotherApply(c.id().toString(), underway.get().id()));
    }
    if (!Objects.equals(state.rules(), c.policy())) {
      return decline(new PolicyChanged(c.id().toString()));
    }
    return accept(
        new PlanProposed(
            c.id().project(),
            c.id().environment(),
            c.rollout(),
            c.planDigest(),
            c.ref(),
            c.requestedRef(),
            c.committedAt(),
            c.base(),
            c.target(),
            c.snapshots(),
            c.rehearsal(),
            c.steps(),
            c.destructive(),
            c.forced(),
            Math.max(state.approvalsRequired(), c.approvalsNeeded()),
            c.review(),
            c.trigger(),
            c.reason(),
            c.actor(),
            c.at()));
  }

  static Decision approve(Environment state, ApprovePlan c) {
    return of(
        state,
        c.rollout(),
        "approve",
        status -> status.isUndecided() || status == RolloutStatus.APPROVED,
        rollout -> {
          PlanProposed proposal = rollout.proposal();
          if (!proposal.planDigest().equals(c.planDigest())) {
            return decline(new DigestMismatch(c.rollout(), c.planDigest(), proposal.planDigest()));
          }
          if (proposal.actor().equals(c.actor())) {
            return decline(new OwnPlan(c.rollout()));
          }
          if (rollout.approvers().contains(c.actor())) {
            return decline(new AlreadyApproved(c.rollout()));
          }
          return accept(
              new PlanApproved(
                  c.id().project(),
                  c.id().environment(),
                  c.rollout(),
                  c.planDigest(),
                  c.reason(),
                  c.actor(),
                  c.at()));
        });
  }

  static Decision reject(Environment state, RejectPlan c) {
    return of(
        state,
        c.rollout(),
        "reject",
        RolloutStatus::isOpen,
        rollout ->
            accept(
                new PlanRejected(
                    c.id().project(),
                    c.id().environment(),
                    c.rollout(),
                    c.reason(),
                    c.actor(),
                    c.at())));
  }

  static Decision defer(Environment state, DeferPlan c) {
    return of(
        state,
        c.rollout(),
        "defer",
        RolloutStatus::isUndecided,
        rollout ->
            accept(
                new PlanDeferred(
                    c.id().project(),
                    c.id().environment(),
                    c.rollout(),
                    c.reason(),
                    c.nextReview(),
                    c.actor(),
                    c.at())));
  }

  static Decision invalidate(Environment state, InvalidatePlan c) {
    return of(
        state,
        c.rollout(),
        "invalidate",
        RolloutStatus::isOpen,
        rollout ->
            accept(
                new PlanInvalidated(
                    c.id().project(),
                    c.id().environment(),
                    c.rollout(),
                    c.reason(),
                    c.actor(),
                    c.at())));
  }

  static Decision abort(Environment state, AbortRollout c) {
    return of(
        state,
        c.rollout(),
        "abort",
        PlanDecisions::mayBeGivenUp,
        rollout ->
            accept(
                new RolloutAborted(
                    c.id().project(),
                    c.id().environment(),
                    c.rollout(),
                    c.reason(),
                    c.actor(),
                    c.at())));
  }

  /** One that nothing ran of, or one that ran and cannot be released for drift. */
  private static boolean mayBeGivenUp(RolloutStatus status) {
    return status.isOpen() || status == RolloutStatus.DRIFTED;
  }

  private static Decision of(
      Environment state,
      String id,
      String wanted,
      Predicate<RolloutStatus> allowed,
      Function<Rollout, Decision> decide) {
    Optional<Rollout> rollout = state.rollout(id);
    if (rollout.isEmpty()) {
      return decline(new UnknownRollout(id));
    }
    RolloutStatus status = rollout.get().status();
    return allowed.test(status)
        ? decide.apply(rollout.get())
        : decline(new WrongStatus(id, wanted, status));
  }
}
