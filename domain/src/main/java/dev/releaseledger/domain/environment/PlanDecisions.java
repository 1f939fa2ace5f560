package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Decision.accept;
import static dev.releaseledger.domain.environment.Decision.decline;

import dev.releaseledger.domain.environment.EnvironmentCommand.AbortRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.ApprovePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.DeferPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ExpireRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.InvalidatePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ProposePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.RejectPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.WithdrawApproval;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApprovalWithdrawn;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutAborted;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutExpired;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AlreadyApproved;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import dev.releaseledger.domain.environment.EnvironmentRefusal.ApproverUnidentified;
import dev.releaseledger.domain.environment.EnvironmentRefusal.DigestMismatch;
import dev.releaseledger.domain.environment.EnvironmentRefusal.NotApproved;
import dev.releaseledger.domain.environment.EnvironmentRefusal.OwnCommits;
import dev.releaseledger.domain.environment.EnvironmentRefusal.OwnPlan;
import dev.releaseledger.domain.environment.EnvironmentRefusal.PolicyChanged;
import dev.releaseledger.domain.environment.EnvironmentRefusal.SignatureMissing;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.environment.EnvironmentRefusal.WrongStatus;
import dev.releaseledger.domain.policy.Policy.Separation;
import dev.releaseledger.domain.policy.Refusal;
import java.util.Collections;
import java.util.List;
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
            c.terms(),
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
        RolloutStatus::isOpen,
        rollout -> {
          PlanProposed proposal = rollout.proposal();
          if (!proposal.planDigest().equals(c.planDigest())) {
            return decline(new DigestMismatch(c.rollout(), c.planDigest(), proposal.planDigest()));
          }
          if (!Collections.disjoint(rollout.approvers(), c.selves())) {
            return decline(new AlreadyApproved(c.rollout()));
          }
          return notOneOfThem(rollout, c)
              .<Decision>map(Decision::decline)
              .orElseGet(() -> approved(rollout, c));
        });
  }

  /** Why somebody may not approve because of another part that they have in the change. */
  private static Optional<Refusal> notOneOfThem(Rollout rollout, ApprovePlan c) {
    if (c.separation().contains(Separation.REQUESTER_APPROVES)
        && c.selves().contains(rollout.proposal().actor())) {
      return Optional.of(new OwnPlan(c.rollout()));
    }
    if (c.separation().contains(Separation.AUTHOR_APPROVES)) {
      if (!Collections.disjoint(rollout.terms().authors(), c.selves())
          || !Collections.disjoint(c.authors(), c.selves())) {
        return Optional.of(new OwnCommits(c.rollout()));
      }
      if (!c.identified()) {
        return Optional.of(new ApproverUnidentified(c.rollout()));
      }
    }
    return rollout.terms().signed() && c.signature() == null
        ? Optional.of(new SignatureMissing(c.rollout(), c.planDigest()))
        : Optional.empty();
  }

  private static Decision approved(Rollout rollout, ApprovePlan c) {
    PlanApproved approval = approval(c, false);
    boolean complete = rollout.approvedBy(approval).ballot().complete();
    return accept(approval(c, complete));
  }

  private static PlanApproved approval(ApprovePlan c, boolean complete) {
    return new PlanApproved(
        c.id().project(),
        c.id().environment(),
        c.rollout(),
        c.planDigest(),
        c.reason(),
        c.capacities(),
        complete,
        c.reference(),
        c.channel(),
        c.signature(),
        c.actor(),
        c.at());
  }

  static Decision withdraw(Environment state, WithdrawApproval c) {
    return of(
        state,
        c.rollout(),
        "withdraw an approval",
        RolloutStatus::isOpen,
        rollout ->
            rollout.approvers().contains(c.approver())
                ? accept(
                    new ApprovalWithdrawn(
                        c.id().project(),
                        c.id().environment(),
                        c.rollout(),
                        c.reason(),
                        c.approver().equals(c.actor()) ? null : c.approver(),
                        rollout.withdrawnBy(c.approver()).ballot().complete(),
                        c.actor(),
                        c.at()))
                : decline(new NotApproved(c.rollout())));
  }

  /** Ends a rollout for good, so that nobody finds it approved by people who think it is over. */
  static Decision expire(Environment state, ExpireRollout c) {
    return of(
        state,
        c.rollout(),
        "expire",
        RolloutStatus::isOpen,
        rollout ->
            rollout.ballot().hasLapsed(c.at())
                ? accept(
                    new RolloutExpired(
                        c.id().project(),
                        c.id().environment(),
                        c.rollout(),
                        "an approval held for %d hours".formatted(rollout.terms().validForHours()),
                        c.actor(),
                        c.at()))
                : accept(List.of()));
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
                    c.reference(),
                    c.channel(),
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
                    c.reference(),
                    c.channel(),
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

  static Decision of(
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
