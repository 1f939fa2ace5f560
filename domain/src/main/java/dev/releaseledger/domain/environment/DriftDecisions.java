package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Decision.accept;
import static dev.releaseledger.domain.environment.Decision.decline;

import dev.releaseledger.domain.environment.EnvironmentCommand.RecordDriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftResolved;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.environment.EnvironmentRefusal.WrongStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the comparison of a database with its expected schema means. */
final class DriftDecisions {

  private DriftDecisions() {}

  static Decision record(Environment state, RecordDriftCheck c) {
    if (c.check() == DriftCheck.POST_APPLY && c.rollout() != null) {
      Optional<Rollout> rollout = state.rollout(c.rollout());
      if (rollout.isEmpty()) {
        return decline(new UnknownRollout(c.rollout()));
      }
      if (!rollout.get().status().hasRun()) {
        return decline(
            new WrongStatus(c.rollout(), "check after applying", rollout.get().status()));
      }
    }
    Optional<Rollout> applying =
        state.underway().filter(rollout -> rollout.status() == RolloutStatus.APPLYING);
    if (applying.isPresent()) {
      // Half of a plan is neither what was nor what will be, and no drift either.
      return decline(new AnotherApply(c.id().toString(), applying.get().id()));
    }
    return c.report() == null && c.differences().isEmpty() && c.expected().equals(c.observed())
        ? clean(state, c)
        : drifted(c);
  }

  private static Decision clean(Environment state, RecordDriftCheck c) {
    List<EnvironmentEvent> events = new ArrayList<>();
    if (state.drifted()) {
      events.add(
          new DriftResolved(
              c.id().project(), c.id().environment(), c.check(), c.observed(), c.actor(), c.at()));
    }
    events.add(
        new DriftCheckPassed(
            c.id().project(),
            c.id().environment(),
            c.rollout(),
            c.check(),
            c.observed(),
            c.actor(),
            c.at()));
    return accept(events);
  }

  private static Decision drifted(RecordDriftCheck c) {
    int count = c.differences().size();
    return accept(
        new DriftDetected(
            c.id().project(),
            c.id().environment(),
            c.rollout(),
            c.check(),
            c.expected(),
            c.observed(),
            c.differences().subList(0, Math.min(count, DriftDetected.LISTED)),
            count,
            c.report() == null ? "" : c.report(),
            c.actor(),
            c.at()));
  }
}
