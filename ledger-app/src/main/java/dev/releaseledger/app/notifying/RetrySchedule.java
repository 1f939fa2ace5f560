package dev.releaseledger.app.notifying;

import dev.releaseledger.app.settings.LedgerSettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When what did not arrive is tried again: pauses are drawn between nothing and a ceiling that is
 * four times the one before, so that what failed together does not come back together.
 *
 * @param attempts how often it is tried in all
 * @param first the ceiling of the first pause
 * @param longest where the ceiling ends
 */
record RetrySchedule(int attempts, Duration first, Duration longest) {

  private static final int FACTOR = 4;

  static RetrySchedule of(LedgerSettings.Notices settings) {
    return new RetrySchedule(settings.attempts(), settings.firstPause(), settings.longestPause());
  }

  /**
   * The pause after so many attempts, or nothing when it is given up.
   *
   * @param draw a number from 0 to 1
   * @param asked how long the receiver wants to be left alone
   */
  Optional<Duration> pause(int made, double draw, @Nullable Duration asked) {
    if (made >= attempts) {
      return Optional.empty();
    }
    Duration drawn = Duration.ofMillis(Math.round(ceiling(made).toMillis() * draw));
    Duration wanted = asked == null ? Duration.ZERO : asked;
    Duration heeded = wanted.compareTo(longest) > 0 ? longest : wanted;
    return Optional.of(drawn.compareTo(heeded) > 0 ? drawn : heeded);
  }

  private Duration ceiling(int made) {
    Duration ceiling = first;
    for (int i = 1; i < made && ceiling.compareTo(longest) < 0; i++) {
      ceiling = ceiling.multipliedBy(FACTOR);
    }
    return ceiling.compareTo(longest) > 0 ? longest : ceiling;
  }
}
