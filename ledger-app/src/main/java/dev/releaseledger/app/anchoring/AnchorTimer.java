package dev.releaseledger.app.anchoring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks from time to time what is to be anchored. */
@Component
class AnchorTimer {

  private static final Logger LOG = LoggerFactory.getLogger(AnchorTimer.class);

  private final Anchoring anchoring;
  private boolean failing;

  AnchorTimer(Anchoring anchoring) {
    this.anchoring = anchoring;
  }

  /** Anchors what is due. */
  @Scheduled(fixedDelayString = "${ledger.anchors.look}")
  void look() {
    try {
      anchoring.run();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.error("Checkpoints cannot be anchored", e);
      }
      failing = true;
    }
  }
}
