package dev.releaseledger.app.evidence.report.given;

import dev.releaseledger.evidence.trust.AnchorPolicy.Kind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint that somebody else holds.
 *
 * @param place which one, as people name it
 * @param size how many leaves it covers
 * @param at the time that the holder vouches for, or null where it vouches for none
 * @param accuracy how far off that time may be
 */
public record HeldCheckpoint(
    Kind kind, String place, long size, @Nullable Instant at, Duration accuracy) {

  /** The earliest time at which it can have been held, or null where nobody vouches for one. */
  public @Nullable Instant earliest() {
    return at == null ? null : at.minus(accuracy);
  }

  /** The time at which it was held at the latest, or null where nobody vouches for one. */
  public @Nullable Instant latest() {
    return at == null ? null : at.plus(accuracy);
  }

  /** Whether it is of the same size, kind and place; it was then held again, later. */
  boolean isLike(HeldCheckpoint other) {
    return isWhere(other) && size == other.size;
  }

  /** Whether it is of the same kind and in the same place. */
  boolean isWhere(HeldCheckpoint other) {
    return kind == other.kind && place.equals(other.place);
  }
}
