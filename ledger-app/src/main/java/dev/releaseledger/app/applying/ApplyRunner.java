package dev.releaseledger.app.applying;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.environment.Circumstances;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand.ResumeApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.StartApply;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.LeaseLost;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Runs applies in the background, one for each environment, each under a lease of its own. */
@Component
class ApplyRunner implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ApplyRunner.class);
  private static final long GRACE_SECONDS = 20;
  private static final int ATTEMPTS = 4;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Ledger ledger;
  private final ApplyRun run;
  private final Releasing releasing;
  private final LedgerSettings settings;
  private final Clock clock;
  private final Map<String, String> interrupted = new ConcurrentHashMap<>();
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  ApplyRunner(
      Ledger ledger, ApplyRun run, Releasing releasing, LedgerSettings settings, Clock clock) {
    this.ledger = ledger;
    this.run = run;
    this.releasing = releasing;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes the lease, or is refused, and runs; answers with the position of the lease. */
  long start(
      EnvironmentId id,
      String rollout,
      String digest,
      Circumstances circumstances,
      boolean emergency,
      String trigger,
      String actor) {
    long position =
        ledger.record(
            new StartApply(
                id,
                rollout,
                digest,
                circumstances,
                emergency,
                settings.node(),
                trigger,
                actor,
                clock.instant()));
    inBackground(id, rollout, actor, false);
    return position;
  }

  /** Takes over an apply whose runner is gone; one that runs here is left alone. */
  long resume(EnvironmentId id, String rollout, String actor) {
    if (running.contains(rollout)) {
      return position(id);
    }
    long position = takeOver(id, rollout, actor);
    inBackground(id, rollout, actor, true);
    return position;
  }

  /** Checks a rollout that has run and releases it when all is well; drift is a refusal. */
  long finish(EnvironmentId id, String rollout, String actor) {
    return releasing.verifyAndRelease(id, rollout, actor, true);
  }

  /** Where the environment's stream stands. */
  long position(EnvironmentId id) {
    return ledger.positionOf(id);
  }

  /** Why a rollout that is being applied is not going on; nothing while it is. */
  Optional<String> interruption(String rollout) {
    return Optional.ofNullable(interrupted.get(rollout));
  }

  private long takeOver(EnvironmentId id, String rollout, String actor) {
    return ledger.record(new ResumeApply(id, rollout, settings.node(), actor, clock.instant()));
  }

  private void inBackground(EnvironmentId id, String rollout, String actor, boolean resumed) {
    interrupted.remove(rollout);
    running.add(rollout);
    workers.execute(() -> {
      try {
        runUntilItEnds(id, rollout, actor, resumed);
      } finally {
        running.remove(rollout);
      }
    });
  }

  /** Where a run breaks off, the database knows how far it came: another run goes on from there. */
  private void runUntilItEnds(EnvironmentId id, String rollout, String actor, boolean resumed) {
    for (int attempt = 1; ; attempt++) {
      String why;
      try {
        if (attempt > 1 && statusOf(id, rollout) == RolloutStatus.APPLYING) {
          takeOver(id, rollout, actor);
        }
        runOnce(id, rollout, actor, resumed || attempt > 1);
        return;
      } catch (Refused refused) {
        if (refused.refusal() instanceof LeaseLost) {
          LOG.info("{} in {} was taken over by another runner", rollout, id);
          return;
        }
        LOG.warn("{} in {}: {}", rollout, id, refused.refusal().detail());
        why = refused.refusal().detail();
      } catch (RuntimeException e) {
        LOG.error("{} in {} was interrupted", rollout, id, e);
        why = String.valueOf(e.getMessage());
      }
      if (attempt == ATTEMPTS || !pause(attempt)) {
        interrupted.put(rollout, why);
        return;
      }
    }
  }

  private void runOnce(EnvironmentId id, String rollout, String actor, boolean resumed) {
    switch (statusOf(id, rollout)) {
      case APPLYING -> {
        long lease = ledger.environment(id).map(Environment::lease).orElse(0L);
        run.run(id, rollout, lease, actor, resumed);
      }
      case APPLIED, VERIFIED -> releasing.verifyAndRelease(id, rollout, actor, false);
      case PROPOSED, DEFERRED, APPROVED, SCHEDULED, DRIFTED -> {}
      case BACKFILL_PENDING, RELEASED, FAILED, REJECTED, ABORTED, INVALIDATED, EXPIRED -> {}
    }
  }

  private RolloutStatus statusOf(EnvironmentId id, String rollout) {
    return ledger
        .environment(id)
        .flatMap(environment -> environment.rollout(rollout))
        .map(Rollout::status)
        .orElseThrow();
  }

  private static boolean pause(int attempt) {
    try {
      Thread.sleep(PAUSE.multipliedBy(attempt));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    workers.shutdown();
    if (!workers.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("An apply is still running; it is resumed at the next start");
      workers.shutdownNow();
    }
  }
}
