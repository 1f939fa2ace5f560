package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Decision.accept;
import static dev.releaseledger.domain.environment.Decision.decline;

import dev.releaseledger.domain.environment.EnvironmentCommand.AbortRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptPolicy;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdvanceRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.ApprovePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.BaselineEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.CommentPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.CreateEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.DeclareEmergency;
import dev.releaseledger.domain.environment.EnvironmentCommand.DeferPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ExpireRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.FreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.InvalidatePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.LinkTicket;
import dev.releaseledger.domain.environment.EnvironmentCommand.OfRunner;
import dev.releaseledger.domain.environment.EnvironmentCommand.ProposePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordBackfill;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordBackup;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordDriftCheck;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordNote;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordRefusedApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordTest;
import dev.releaseledger.domain.environment.EnvironmentCommand.RejectPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ResumeApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.ReviewEmergency;
import dev.releaseledger.domain.environment.EnvironmentCommand.RollBackRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.ScheduleRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.StartApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.UnfreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.UnscheduleRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.WaiveGate;
import dev.releaseledger.domain.environment.EnvironmentCommand.WithdrawApproval;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyRefused;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentFrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentUnfrozen;

/** The environment's decisions: a state and a command give events or a refusal, nothing else. */
public final class Deciding {

  private Deciding() {}

  /** Decides one command. */
  public static Decision decide(Environment state, EnvironmentCommand command) {
    return switch (command) {
      case CreateEnvironment c -> create(state, c);
      case AdoptPolicy c -> PolicyDecisions.adopt(state, c);
      case FreezeEnvironment c ->
          accept(
              new EnvironmentFrozen(
                  c.id().project(), c.id().environment(), c.reason(), c.actor(), c.at()));
      case UnfreezeEnvironment c -> unfreeze(state, c);
      case RecordRefusedApply c ->
          accept(
              new ApplyRefused(
                  c.id().project(),
                  c.id().environment(),
                  c.rollout(),
                  c.requestedRef(),
                  c.refusal(),
                  c.detail(),
                  c.actor(),
                  c.at()));
      case ProposePlan c -> PlanDecisions.propose(state, c);
      case ApprovePlan c -> PlanDecisions.approve(state, c);
      case RejectPlan c -> PlanDecisions.reject(state, c);
      case WithdrawApproval c -> PlanDecisions.withdraw(state, c);
      case CommentPlan c -> RecordDecisions.comment(state, c);
      case DeferPlan c -> PlanDecisions.defer(state, c);
      case ExpireRollout c -> PlanDecisions.expire(state, c);
      case ScheduleRollout c -> ScheduleDecisions.schedule(state, c);
      case UnscheduleRollout c -> ScheduleDecisions.unschedule(state, c);
      case WaiveGate c -> RecordDecisions.waive(state, c);
      case LinkTicket c -> RecordDecisions.link(state, c);
      case RecordTest c -> RecordDecisions.test(state, c);
      case RecordNote c -> RecordDecisions.note(state, c);
      case RecordBackfill c -> RecordDecisions.backfill(state, c);
      case RecordBackup c -> RecordDecisions.backup(c);
      case DeclareEmergency c -> EmergencyDecisions.declare(state, c);
      case ReviewEmergency c -> EmergencyDecisions.review(state, c);
      case InvalidatePlan c -> PlanDecisions.invalidate(state, c);
      case AbortRollout c -> PlanDecisions.abort(state, c);
      case StartApply c -> ApplyDecisions.start(state, c);
      case ResumeApply c -> ApplyDecisions.resume(state, c);
      case OfRunner c -> ApplyDecisions.record(state, c);
      case RecordDriftCheck c -> DriftDecisions.record(state, c);
      case BaselineEnvironment c -> ReleaseDecisions.baseline(state, c);
      case AdvanceRelease c -> ReleaseDecisions.advance(state, c);
      case AdoptRelease c -> ReleaseDecisions.adopt(state, c);
      case RollBackRelease c -> ReleaseDecisions.rollBack(state, c);
    };
  }

  private static Decision create(Environment state, CreateEnvironment c) {
    EnvironmentCreated created =
        new EnvironmentCreated(
            c.id().project(),
            c.id().environment(),
            c.connections(),
            c.approvalsRequired(),
            c.actor(),
            c.at());
    return c.policy() == null
        ? accept(created)
        : accept(created, PolicyDecisions.adopted(state.evolve(created), c.policy()));
  }

  private static Decision unfreeze(Environment state, UnfreezeEnvironment c) {
    if (state.freezeReason() == null) {
      return decline(new EnvironmentRefusal.NotFrozen(c.id().toString()));
    }
    return accept(
        new EnvironmentUnfrozen(
            c.id().project(), c.id().environment(), c.reason(), c.actor(), c.at()));
  }
}
