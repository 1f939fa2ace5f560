package dev.releaseledger.app.sealing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals from time to time. A log that was changed is said to be so once, and is not sealed on. */
@Component
class Sealing {

  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

  private final Sealer sealer;
  private final AtomicReference<@Nullable String> broken = new AtomicReference<>();
  private volatile long size;

  Sealing(Sealer sealer, MeterRegistry meters) {
    this.sealer = sealer;
    Gauge.builder("ledger.log.size", this, it -> it.size).register(meters);
    Gauge.builder("ledger.log.broken", this, it -> it.broken.get() == null ? 0 : 1)
        .register(meters);
  }

  /** Seals what has been recorded. */
  @Scheduled(fixedDelayString = "${ledger.evidence.seal}")
  void seal() {
    try {
      sealer.seal().ifPresent(reached -> size = reached);
      if (broken.getAndSet(null) != null) {
        LOG.info("The log is sealed again");
      }
    } catch (BrokenLog e) {
      if (!e.what().equals(broken.getAndSet(e.what()))) {
        LOG.error("Somebody has changed the ledger: {}", e.what());
      }
    } catch (RuntimeException e) {
      LOG.error("The log cannot be sealed", e);
    }
  }
}
