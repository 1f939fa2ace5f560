package dev.releaseledger.app.anchoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with a place.
 *
 * @param keptRound the number of the last round whose checkpoint it keeps
 * @param failures how often it has failed in a row
 * @param failingSince when the first of these was
 * @param contradicted whether it keeps something that the log does not go on from
 * @param reason why it failed last
 * @param nextAttempt before when it is left alone
 */
record PlaceState(
    String place,
    long keptRound,
    int failures,
    @Nullable Instant failingSince,
    boolean contradicted,
    @Nullable String reason,
    @Nullable Instant nextAttempt) {

  static PlaceState fresh(String place) {
    return new PlaceState(place, 0, 0, null, false, null, null);
  }

  boolean isFailing() {
    return failures > 0;
  }

  /** Whether it is to be asked to keep the checkpoint of a round. */
  boolean isDue(Round round, Instant now) {
    return keptRound < round.number() && (nextAttempt == null || !now.isBefore(nextAttempt));
  }

  PlaceState kept(Round round) {
    return new PlaceState(place, round.number(), 0, null, false, null, null);
  }

  PlaceState failed(boolean contradiction, String why, Instant now, Instant next) {
    return new PlaceState(
        place,
        keptRound,
        failures + 1,
        failingSince == null ? now : failingSince,
        contradiction,
        why,
        next);
  }
}
