package dev.releaseledger.app.applying;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand.ResumeApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.StartApply;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
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

  private final Ledger ledger;
  private final ApplyRun run;
  private final Releasing releasing;
  private final LedgerSettings settings;
  private final Clock clock;
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
  long start(EnvironmentId id, String rollout, String digest, String trigger, String actor) {
    long position =
        ledger.record(
            new StartApply(id, rollout, digest, settings.node(), trigger, actor, clock.instant()));
    inBackground(id, rollout, () -> run.run(id, rollout, lease(id), actor));
    return position;
  }

  /** Takes over an apply whose runner is gone. */
  long resume(EnvironmentId id, String rollout, String actor) {
    long position =
        ledger.record(new ResumeApply(id, rollout, settings.node(), actor, clock.instant()));
    inBackground(id, rollout, () -> run.run(id, rollout, lease(id), actor));
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

  private long lease(EnvironmentId id) {
    return ledger.environment(id).map(Environment::lease).orElse(0L);
  }

  private void inBackground(EnvironmentId id, String rollout, Runnable work) {
    workers.execute(() -> {
      try {
        work.run();
      } catch (Refused refused) {
        LOG.warn("{} in {}: {}", rollout, id, refused.refusal().detail());
      } catch (RuntimeException e) {
        LOG.error("{} in {} was interrupted; it can be resumed", rollout, id, e);
      }
    });
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
