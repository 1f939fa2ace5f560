package dev.releaseledger.app.port;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt to deliver.
 *
 * @param status the receiver's status code, where there was one
 * @param text what there is to say about it, in a few words and without a secret
 * @param retryAfter how long the receiver wants to be left alone
 */
public record Receipt(
    Outcome outcome, @Nullable Integer status, String text, @Nullable Duration retryAfter) {

  /** How it ended. */
  public enum Outcome {
    /** It arrived. */
    TAKEN,
    /** It did not, and may do so another time. */
    FAILED,
    /** The receiver is there no more, and says so. */
    GONE
  }

  /** It arrived. */
  public static Receipt taken(@Nullable Integer status, String text) {
    return new Receipt(Outcome.TAKEN, status, text, null);
  }

  /** It did not arrive, and nobody answered. */
  public static Receipt failed(String text) {
    return new Receipt(Outcome.FAILED, null, text, null);
  }
}
