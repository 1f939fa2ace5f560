package dev.releaseledger.app.applying;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.policy.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** At start-up goes on with the applies that a crash has interrupted; it begins none. */
@Component
class Resuming {

  private static final Logger LOG = LoggerFactory.getLogger(Resuming.class);

  private final Ledger ledger;
  private final ApplyRunner runner;

  Resuming(Ledger ledger, ApplyRunner runner) {
    this.ledger = ledger;
    this.runner = runner;
  }

  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    for (EnvironmentId id : ledger.environments()) {
      ledger.environment(id).flatMap(Environment::underway).ifPresent(r -> resume(id, r));
    }
  }

  private void resume(EnvironmentId id, Rollout rollout) {
    try {
      switch (rollout.status()) {
        case APPLYING -> {
          LOG.info("{} in {} was interrupted; it is resumed", rollout.id(), id);
          runner.resume(id, rollout.id(), rollout.applyActor());
        }
        case APPLIED, VERIFIED -> {
          LOG.info("{} in {} has run and is not released yet; it is checked", rollout.id(), id);
          runner.finish(id, rollout.id(), rollout.applyActor());
        }
        case DRIFTED -> LOG.warn("{} in {} waits for its drift to be resolved", rollout.id(), id);
        case PROPOSED, DEFERRED, APPROVED, SCHEDULED -> {}
        case BACKFILL_PENDING, RELEASED, FAILED, REJECTED, ABORTED, INVALIDATED, EXPIRED -> {}
      }
    } catch (Refused refused) {
      LOG.warn("{} in {}: {}", rollout.id(), id, refused.refusal().detail());
    } catch (RuntimeException e) {
      // One environment's trouble must not keep the service from serving the others.
      LOG.error("{} in {} cannot be resumed", rollout.id(), id, e);
    }
  }
}
