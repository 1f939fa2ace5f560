package dev.releaseledger.app.notifying;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry that is to be told to one subscription.
 *
 * @param id what the receiver knows it by, the same for every attempt
 * @param attempts how often it was tried
 * @param nextAt when it is tried again, while it waits
 * @param settledAt when it arrived or was given up
 * @param status the receiver's last status code
 * @param answer the last answer in a few words
 */
public record Delivery(
    String id,
    String subscription,
    long position,
    State state,
    int attempts,
    Instant nextAt,
    Instant createdAt,
    @Nullable Instant settledAt,
    @Nullable Integer status,
    @Nullable String answer) {

  /** How far it has come. */
  public enum State {
    PENDING,
    DELIVERED,
    /** Given up; it can be replayed. */
    DEAD;

    /** The word used in tables and on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
