package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.settings.LedgerSettings;
import java.time.Duration;

/**
 * How long a place is left alone that did not keep a checkpoint: each pause is twice the one
 * before, up to the longest, and chance takes up to half of it away.
 */
record AnchorPauses(Duration first, Duration longest) {

  static AnchorPauses of(LedgerSettings.Anchors settings) {
    return new AnchorPauses(settings.firstPause(), settings.longestPause());
  }

  /**
   * The pause after so many failures.
   *
   * @param draw a number from 0 to 1
   */
  Duration after(int failures, double draw) {
    Duration ceiling = first;
    for (int i = 1; i < failures && ceiling.compareTo(longest) < 0; i++) {
      ceiling = ceiling.multipliedBy(2);
    }
    Duration most = ceiling.compareTo(longest) > 0 ? longest : ceiling;
    return Duration.ofMillis(Math.round(most.toMillis() * (1 - draw / 2)));
  }
}
