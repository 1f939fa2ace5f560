package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Decision.accept;
import static dev.releaseledger.domain.environment.Decision.decline;

import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdvanceRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.BaselineEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.RollBackRelease;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import dev.releaseledger.domain.environment.EnvironmentRefusal.DriftPresent;
import dev.releaseledger.domain.environment.EnvironmentRefusal.SchemaDiffers;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRelease;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.environment.EnvironmentRefusal.WrongStatus;
import dev.releaseledger.domain.release.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When the release pointer moves. */
final class ReleaseDecisions {

  private ReleaseDecisions() {}

  static Decision baseline(Environment state, BaselineEnvironment c) {
    return blocked(state, c.id())
        .orElseGet(() ->
            moved(
                state,
                c.id(),
                c.release(),
                ReleaseCause.BASELINE,
                null,
                c.reason(),
                c.actor(),
                c.at()));
  }

  static Decision advance(Environment state, AdvanceRelease c) {
    Optional<Rollout> rollout = state.rollout(c.rollout());
    if (rollout.isEmpty()) {
      return decline(new UnknownRollout(c.rollout()));
    }
    if (rollout.get().status() != RolloutStatus.VERIFIED) {
      return decline(new WrongStatus(c.rollout(), "release", rollout.get().status()));
    }
    if (state.drifted()) {
      return decline(new DriftPresent(c.id().toString()));
    }
    PlanProposed plan = rollout.get().proposal();
    Release release =
        Release.ofCommit(
            plan.project(), plan.ref(), plan.committedAt(), plan.target(), plan.snapshots());
    return moved(
        state, c.id(), release, ReleaseCause.APPLY, c.rollout(), plan.reason(), c.actor(), c.at());
  }

  static Decision adopt(Environment state, AdoptRelease c) {
    Optional<Decision> blocked = blocked(state, c.id());
    if (blocked.isPresent()) {
      return blocked.get();
    }
    Set<String> different = new TreeSet<>(state.connections().keySet());
    different.addAll(c.release().schemas().keySet());
    different.removeIf(connection ->
        c.release().schemas().containsKey(connection)
            && Objects.equals(c.release().schemas().get(connection), c.observed().get(connection)));
    if (!different.isEmpty()) {
      return decline(new SchemaDiffers(c.id().toString(), c.release().id().value(), different));
    }
    return moved(state, c.id(), c.release(), c.cause(), null, c.reason(), c.actor(), c.at());
  }

  static Decision rollBack(Environment state, RollBackRelease c) {
    ReleaseAdvanced earlier = state.releases().get(c.to());
    if (earlier == null) {
      return decline(new UnknownRelease(c.id().toString(), c.to()));
    }
    return blocked(state, c.id())
        .orElseGet(() ->
            accept(
                new ReleaseAdvanced(
                    c.id().project(),
                    c.id().environment(),
                    earlier.release(),
                    earlier.ref(),
                    earlier.schemas(),
                    earlier.snapshots(),
                    ReleaseCause.ROLLBACK,
                    null,
                    previous(state),
                    c.reason(),
                    c.actor(),
                    c.at())));
  }

  private static Optional<Decision> blocked(Environment state, EnvironmentId id) {
    return state.underway().map(rollout -> decline(new AnotherApply(id.toString(), rollout.id())));
  }

  /** The pointer's move, and the end of every plan that started from where it was. */
  private static Decision moved(
      Environment state,
      EnvironmentId id,
      Release release,
      ReleaseCause cause,
      @Nullable String rollout,
      @Nullable String reason,
      String actor,
      Instant at) {
    List<EnvironmentEvent> events = new ArrayList<>();
    events.add(
        new ReleaseAdvanced(
            id.project(),
            id.environment(),
            release.id().value(),
            release.ref(),
            release.schemas(),
            release.snapshots(),
            cause,
            rollout,
            previous(state),
            reason,
            actor,
            at));
    for (Rollout other : state.rollouts().values()) {
      if (other.status().isOpen()
          && !other.id().equals(rollout)
          && !other.proposal().base().equals(release.schemas())) {
        String why = "the environment moved on to " + release.id();
        events.add(new PlanInvalidated(id.project(), id.environment(), other.id(), why, actor, at));
      }
    }
    return accept(events);
  }

  private static @Nullable String previous(Environment state) {
    return state.current() == null ? null : state.current().release();
  }
}
