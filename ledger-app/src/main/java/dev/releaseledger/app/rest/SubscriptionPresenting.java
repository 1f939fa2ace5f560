package dev.releaseledger.app.rest;

import dev.releaseledger.app.notifying.Deliveries;
import dev.releaseledger.app.notifying.Deliveries.Standing;
import dev.releaseledger.app.notifying.Targets;
import dev.releaseledger.domain.notice.Channel;
import dev.releaseledger.projections.notices.SubscriptionRow;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is told of a subscription. */
@Component
class SubscriptionPresenting {

  private final Targets targets;
  private final Deliveries deliveries;
  private final Presenting presenting;
  private final Clock clock;

  SubscriptionPresenting(
      Targets targets, Deliveries deliveries, Presenting presenting, Clock clock) {
    this.targets = targets;
    this.deliveries = deliveries;
    this.presenting = presenting;
    this.clock = clock;
  }

  SubscriptionView view(SubscriptionRow row, @Nullable String secret) {
    Standing standing = deliveries.standing(row.id());
    return new SubscriptionView(
        row.id(),
        row.name(),
        row.channel(),
        targets.masked(row.id(), Values.choice("channel", Channel.class, row.channel())),
        row.project(),
        row.environment(),
        row.events(),
        row.severity(),
        row.pausedAt() == null ? "active" : "paused",
        row.pausedAt(),
        row.pauseReason(),
        row.from(),
        standing.pending(),
        standing.dead(),
        standing.lastDelivered(),
        stillCounts(row.previousUntil()),
        presenting.actor(row.createdBy()),
        row.createdAt(),
        secret);
  }

  private @Nullable Instant stillCounts(@Nullable Instant until) {
    return until != null && clock.instant().isBefore(until) ? until : null;
  }
}
