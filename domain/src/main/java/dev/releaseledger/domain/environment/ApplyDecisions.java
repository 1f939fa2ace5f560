package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Decision.accept;
import static dev.releaseledger.domain.environment.Decision.decline;

import dev.releaseledger.domain.environment.EnvironmentCommand.CompleteStage;
import dev.releaseledger.domain.environment.EnvironmentCommand.FailApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.OfRunner;
import dev.releaseledger.domain.environment.EnvironmentCommand.ResumeApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.StartApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.StartStage;
import dev.releaseledger.domain.environment.EnvironmentCommand.SucceedApply;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyResumed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.StageStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import dev.releaseledger.domain.environment.EnvironmentRefusal.ApprovalsMissing;
import dev.releaseledger.domain.environment.EnvironmentRefusal.DigestMismatch;
import dev.releaseledger.domain.environment.EnvironmentRefusal.DriftPresent;
import dev.releaseledger.domain.environment.EnvironmentRefusal.Frozen;
import dev.releaseledger.domain.environment.EnvironmentRefusal.LeaseLost;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.environment.EnvironmentRefusal.WrongStatus;
import java.util.List;
import java.util.Optional;

/** Who may run a plan, and what its runner may record. */
final class ApplyDecisions {

  private ApplyDecisions() {}

  static Decision start(Environment state, StartApply c) {
    Optional<Rollout> found = state.rollout(c.rollout());
    if (found.isEmpty()) {
      return decline(new UnknownRollout(c.rollout()));
    }
    Rollout rollout = found.get();
    Optional<Rollout> underway = state.underway();
    if (underway.isPresent()) {
      return decline(new AnotherApply(c.id().toString(), underway.get().id()));
    }
    if (state.freezeReason() != null) {
      return decline(new Frozen(c.id().toString(), state.freezeReason()));
    }
    String digest = rollout.proposal().planDigest();
    if (!digest.equals(c.planDigest())) {
      return decline(new DigestMismatch(c.rollout(), c.planDigest(), digest));
    }
    if (rollout.status().isUndecided()) {
      return decline(
          new ApprovalsMissing(
              c.rollout(),
              digest,
              rollout.approvers().size(),
              rollout.proposal().approvalsRequired()));
    }
    if (rollout.status() != RolloutStatus.APPROVED) {
      return decline(new WrongStatus(c.rollout(), "apply", rollout.status()));
    }
    if (state.drifted()) {
      return decline(new DriftPresent(c.id().toString()));
    }
    return accept(
        new ApplyStarted(
            c.id().project(),
            c.id().environment(),
            c.rollout(),
            digest,
            state.lease() + 1,
            c.executor(),
            c.trigger(),
            c.actor(),
            c.at()));
  }

  static Decision resume(Environment state, ResumeApply c) {
    Optional<Rollout> rollout = state.rollout(c.rollout());
    if (rollout.isEmpty()) {
      return decline(new UnknownRollout(c.rollout()));
    }
    if (rollout.get().status() != RolloutStatus.APPLYING) {
      return decline(new WrongStatus(c.rollout(), "resume", rollout.get().status()));
    }
    return accept(
        new ApplyResumed(
            c.id().project(),
            c.id().environment(),
            c.rollout(),
            state.lease() + 1,
            c.executor(),
            c.actor(),
            c.at()));
  }

  static Decision record(Environment state, OfRunner c) {
    Optional<Rollout> rollout = state.rollout(c.rollout());
    if (rollout.isEmpty()) {
      return decline(new UnknownRollout(c.rollout()));
    }
    if (c.fencingToken() != state.lease()) {
      return decline(new LeaseLost(c.rollout(), c.fencingToken(), state.lease()));
    }
    if (rollout.get().status() != RolloutStatus.APPLYING) {
      return decline(new WrongStatus(c.rollout(), "record a statement", rollout.get().status()));
    }
    return switch (c) {
      case StartStage s ->
          accept(
              new StageStarted(
                  s.id().project(),
                  s.id().environment(),
                  s.rollout(),
                  s.connection(),
                  s.stage(),
                  s.transactional(),
                  s.steps(),
                  s.actor(),
                  s.at()));
      // Whoever finds a stage done that is on record already has nothing to add.
      case CompleteStage s when s.stage() <= rollout.get().completedStages(s.connection()) ->
          accept(List.of());
      case CompleteStage s ->
          accept(s.statements().stream().map(statement -> applied(s, statement)).toList());
      case FailApply s ->
          accept(
              new ApplyFailed(
                  s.id().project(),
                  s.id().environment(),
                  s.rollout(),
                  s.connection(),
                  s.stage(),
                  s.step(),
                  s.sqlState(),
                  s.message(),
                  s.rolledBack(),
                  s.takenBack(),
                  s.reached(),
                  s.actor(),
                  s.at()));
      case SucceedApply s ->
          accept(
              new ApplySucceeded(
                  s.id().project(), s.id().environment(), s.rollout(), s.actor(), s.at()));
    };
  }

  private static StatementApplied applied(
      CompleteStage s, EnvironmentCommand.AppliedStatement statement) {
    return new StatementApplied(
        s.id().project(),
        s.id().environment(),
        s.rollout(),
        s.connection(),
        s.stage(),
        statement.step(),
        statement.sqlDigest(),
        statement.millis(),
        s.actor(),
        s.at());
  }
}
