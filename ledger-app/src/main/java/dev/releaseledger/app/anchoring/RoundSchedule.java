package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.settings.LedgerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the next checkpoint is anchored.
 *
 * @param every so often while the log grows
 * @param heartbeat so often at least, so that it is seen that nothing has happened
 */
record RoundSchedule(Duration every, Duration heartbeat) {

  /**
   * For how long a checkpoint is still offered when there is a newer one. Whoever keeps it says
   * that what it does not have came later, and verifiers grant five minutes.
   */
  private static final Duration FRESH = Duration.ofMinutes(3);

  static RoundSchedule of(LedgerSettings.Anchors settings) {
    return new RoundSchedule(settings.every(), settings.heartbeat());
  }

  /** Whether a place that asks late has to be given a newer checkpoint than that of the round. */
  boolean isStale(Round last, long size, Instant now) {
    return size > last.size() && Duration.between(last.begunAt(), now).compareTo(FRESH) > 0;
  }

  /**
   * Whether a round begins.
   *
   * @param last the round before
   * @param size of the latest checkpoint
   * @param urgent whether something is not in the round before that is not to wait
   */
  boolean begins(Optional<Round> last, long size, boolean urgent, Instant now) {
    if (last.isEmpty()) {
      return true;
    }
    Duration since = Duration.between(last.get().begunAt(), now);
    boolean grown = size > last.get().size();
    return (grown && (urgent || since.compareTo(every) >= 0)) || since.compareTo(heartbeat) >= 0;
  }
}
