package dev.releaseledger.evidence.timestamp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * The time that a stamp says (RFC 3161).
 *
 * @param at when it was stamped
 * @param accuracy how far off that may be
 */
public record StampedTime(Instant at, Duration accuracy) {

  /** What a response claims; who signed it is for a verifier to look at. */
  public static Optional<StampedTime> claimedBy(byte[] response) {
    try {
      return Optional.of(of(StampedResponse.read(response).token()));
    } catch (RefusedTimestamp refused) {
      return Optional.empty();
    } catch (RuntimeException e) {
      // The library throws many kinds at bytes that are almost a response.
      return Optional.empty();
    }
  }

  static StampedTime of(TimeStampToken token) {
    GenTimeAccuracy accuracy = token.getTimeStampInfo().getGenTimeAccuracy();
    return new StampedTime(
        token.getTimeStampInfo().getGenTime().toInstant(),
        accuracy == null
            ? Duration.ZERO
            : Duration.ofSeconds(accuracy.getSeconds())
                .plusMillis(accuracy.getMillis())
                .plusNanos(1000L * accuracy.getMicros()));
  }
}
