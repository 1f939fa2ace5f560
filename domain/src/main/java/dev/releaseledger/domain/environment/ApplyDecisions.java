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
import dev.releaseledger.domain.environment.EnvironmentEvent.PassedGate;
import dev.releaseledger.domain.environment.EnvironmentEvent.StageStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import dev.releaseledger.domain.environment.EnvironmentRefusal.DigestMismatch;
import dev.releaseledger.domain.environment.EnvironmentRefusal.LeaseLost;
import dev.releaseledger.domain.environment.EnvironmentRefusal.PolicyChanged;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.environment.EnvironmentRefusal.WrongStatus;
import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.gate.Gates;
import dev.releaseledger.domain.policy.gate.GatesUnmet;
import java.util.List;
import java.util.Objects;
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
    String digest = rollout.proposal().planDigest();
    if (!digest.equals(c.planDigest())) {
      return decline(new DigestMismatch(c.rollout(), c.planDigest(), digest));
    }
    if (!rollout.status().isOpen()) {
      return decline(new WrongStatus(c.rollout(), "apply", rollout.status()));
    }
    if (!Objects.equals(state.rules(), c.circumstances().rules())) {
      return decline(new PolicyChanged(c.id().toString()));
    }
    List<Gate> judged =
        GateFacts.judge(state, rollout, c.circumstances(), c.trigger(), c.actor(), c.at());
    List<Gate> stopping = Gates.stopping(judged, c.emergency() && rollout.awaitsReview());
    return stopping.isEmpty()
        ? accept(started(state, c, digest, judged))
        : decline(new GatesUnmet(c.rollout(), digest, stopping));
  }

  private static ApplyStarted started(
      Environment state, StartApply c, String digest, List<Gate> judged) {
    return new ApplyStarted(
        c.id().project(),
        c.id().environment(),
        c.rollout(),
        digest,
        state.lease() + 1,
        c.executor(),
        judged.stream().map(gate -> new PassedGate(gate.name(), gate.met(), gate.why())).toList(),
        c.trigger(),
        c.actor(),
        c.at());
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
