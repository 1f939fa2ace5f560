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

  static RoundSchedule of(LedgerSettings.Anchors settings) {
    return new RoundSchedule(settings.every(), settings.heartbeat());
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
