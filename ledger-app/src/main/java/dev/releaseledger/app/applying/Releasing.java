package dev.releaseledger.app.applying;

import dev.releaseledger.app.drift.Comparing;
import dev.releaseledger.app.drift.Comparison;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.refusal.RequestRefusal.DriftFound;
import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdvanceRelease;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The last word of an apply: the databases are compared with the declaration, then released. */
@Component
class Releasing {

  private final Ledger ledger;
  private final Comparing comparing;
  private final ApplyObserver observer;
  private final Clock clock;
  private final Map<EnvironmentId, Object> gates = new ConcurrentHashMap<>();

  Releasing(Ledger ledger, Comparing comparing, ApplyObserver observer, Clock clock) {
    this.ledger = ledger;
    this.comparing = comparing;
    this.observer = observer;
    this.clock = clock;
  }

  /**
   * Checks a rollout that has run and makes it the release.
   *
   * @param refuse whether drift is to be thrown as a refusal, besides being recorded
   */
  long verifyAndRelease(EnvironmentId id, String rolloutId, String actor, boolean refuse) {
    // Its runner and somebody who resumes it may both arrive here; one of them releases.
    synchronized (gates.computeIfAbsent(id, key -> new Object())) {
      return verifyAndReleaseAlone(id, rolloutId, actor, refuse);
    }
  }

  private long verifyAndReleaseAlone(
      EnvironmentId id, String rolloutId, String actor, boolean refuse) {
    Environment environment = ledger.environment(id).orElseThrow();
    Rollout rollout = environment.rollout(rolloutId).orElseThrow();
    if (rollout.status().isReleased()) {
      return ledger.positionOf(id);
    }
    if (rollout.status() != RolloutStatus.VERIFIED || environment.drifted()) {
      Comparison comparison = comparing.withPlan(rollout.proposal(), comparing.read(environment));
      long position =
          comparing.record(environment, rolloutId, DriftCheck.POST_APPLY, comparison, actor);
      observer.reached(Point.DRIFT_CHECKED, rolloutId, "");
      if (!comparison.isClean()) {
        if (refuse) {
          throw new Refused(
              new DriftFound(id.toString(), comparison.sentences(), comparison.all()));
        }
        return position;
      }
    }
    long position = ledger.record(new AdvanceRelease(id, rolloutId, actor, clock.instant()));
    observer.reached(Point.RELEASED, rolloutId, "");
    return position;
  }
}
