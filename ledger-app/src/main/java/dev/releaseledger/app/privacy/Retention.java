package dev.releaseledger.app.privacy;

import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.access.AccessRefusal.RetentionNotOver;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How long records are kept whole, whoever asks to be forgotten. */
@Component
class Retention {

  private final Duration kept;
  private final Clock clock;

  Retention(LedgerSettings settings, Clock clock) {
    this.kept = settings.retention();
    this.clock = clock;
  }

  /** Refuses to forget what was recorded at an instant, as long as it has to be kept. */
  void requireOver(Instant recorded) {
    if (recorded.isAfter(clock.instant().minus(kept))) {
      throw new Refused(new RetentionNotOver(recorded.plus(kept)));
    }
  }
}
