package dev.releaseledger.app.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what, on the wire.
 *
 * @param to where to, masked: a URL may be a secret
 * @param from the position behind which its entries begin
 * @param secret what notices are signed with; only when it is new
 */
record SubscriptionView(
    String id,
    String name,
    String channel,
    List<String> to,
    @Nullable String project,
    @Nullable String environment,
    List<String> events,
    String severity,
    String state,
    @Nullable Instant pausedAt,
    @Nullable String pauseReason,
    @Nullable Long from,
    long pending,
    long dead,
    @Nullable Instant lastDeliveredAt,
    @Nullable Instant previousSecretUntil,
    String createdBy,
    Instant createdAt,
    @Nullable String secret) {
  SubscriptionView {
    to = List.copyOf(to);
    events = List.copyOf(events);
  }

  /** A secret ends up in no log by accident. */
  @Override
  public String toString() {
    return id;
  }
}
