package dev.releaseledger.projections.notices;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what.
 *
 * @param target where to, as far as it is no secret
 * @param events the only kinds of entries, or none for all
 * @param severity the least severity
 * @param generation the number of its secret
 * @param previousUntil until when the secret before that one counts too
 * @param from the position behind which its entries begin, once it is known
 * @param following whether entries are noted down for it where the ledger has been read up to
 */
public record SubscriptionRow(
    String id,
    String name,
    String channel,
    @Nullable String project,
    @Nullable String environment,
    List<String> events,
    String severity,
    String target,
    int recipients,
    int generation,
    @Nullable Instant previousUntil,
    @Nullable Instant pausedAt,
    @Nullable String pauseReason,
    @Nullable Long from,
    boolean following,
    String createdBy,
    Instant createdAt) {
  public SubscriptionRow {
    events = List.copyOf(events);
  }

  /** The same that begins behind a position, which is known before the ledger is read so far. */
  public SubscriptionRow beginningBehind(long position) {
    return new SubscriptionRow(
        id,
        name,
        channel,
        project,
        environment,
        events,
        severity,
        target,
        recipients,
        generation,
        previousUntil,
        pausedAt,
        pauseReason,
        position,
        following,
        createdBy,
        createdAt);
  }
}
