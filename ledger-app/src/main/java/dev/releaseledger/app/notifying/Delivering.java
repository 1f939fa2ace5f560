package dev.releaseledger.app.notifying;

import dev.releaseledger.app.notifying.Delivery.State;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Notice;
import dev.releaseledger.app.port.Receipt;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.notice.SubscriptionCommand.PauseSubscription;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.notices.SubscriptionRow;
import dev.releaseledger.projections.notices.SubscriptionRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Delivers what is due to one subscription, and keeps what became of it. */
@Component
class Delivering {

  /** Under this actor the ledger records what the service did because of a receiver. */
  static final String NOTICES = "act_notices";

  private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);

  private final Deliveries deliveries;
  private final SubscriptionRows subscriptions;
  private final Wording wording;
  private final Sending sending;
  private final Ledger ledger;
  private final NoticeMetrics metrics;
  private final RetrySchedule retries;
  private final Duration lease;
  private final Clock clock;

  Delivering(
      Deliveries deliveries,
      SubscriptionRows subscriptions,
      Wording wording,
      Sending sending,
      Ledger ledger,
      NoticeMetrics metrics,
      LedgerSettings settings,
      Clock clock) {
    this.deliveries = deliveries;
    this.subscriptions = subscriptions;
    this.wording = wording;
    this.sending = sending;
    this.ledger = ledger;
    this.metrics = metrics;
    this.retries = RetrySchedule.of(settings.notices());
    // Nobody else takes it while it may still be on its way.
    this.lease = settings.notices().timeout().multipliedBy(3).plusSeconds(30);
    this.clock = clock;
  }

  /**
   * Delivers the first that is due; whether it arrived, and the next one may follow. Where one does
   * not arrive the others would hardly do, and wait until it is looked again.
   */
  boolean next(String subscription) {
    Optional<Delivery> claimed = deliveries.claim(subscription, clock.instant(), lease);
    Optional<SubscriptionRow> row = subscriptions.one(subscription);
    return claimed.isPresent() && row.isPresent() && deliver(claimed.get(), row.get());
  }

  private boolean deliver(Delivery delivery, SubscriptionRow row) {
    Receipt receipt = attempt(delivery, row);
    switch (receipt.outcome()) {
      case TAKEN -> {
        deliveries.settle(delivery, State.DELIVERED, receipt, clock.instant());
        metrics.count(row.channel(), "delivered");
      }
      case FAILED -> retry(delivery, row, receipt);
      case GONE -> {
        giveUp(delivery, row, receipt);
        pause(row);
      }
    }
    return receipt.outcome() == Receipt.Outcome.TAKEN;
  }

  /** Tries once; what cannot be sent at all is a failure like any other, and not for ever. */
  private Receipt attempt(Delivery delivery, SubscriptionRow row) {
    Notice notice =
        wording
            .of(delivery.position())
            .orElseThrow(
                () -> new IllegalStateException("there is no entry at " + delivery.position()));
    try {
      return sending.send(delivery.id(), row, notice, clock.instant());
    } catch (RuntimeException e) {
      LOG.error("Delivery {} to subscription {} cannot be sent", delivery.id(), row.name(), e);
      // What the exception says may show the address.
      return Receipt.failed("it could not be sent (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void retry(Delivery delivery, SubscriptionRow row, Receipt receipt) {
    Optional<Duration> pause =
        retries.pause(
            delivery.attempts(), RandomGenerator.getDefault().nextDouble(), receipt.retryAfter());
    if (pause.isEmpty()) {
      giveUp(delivery, row, receipt);
      return;
    }
    Instant now = clock.instant();
    deliveries.postpone(delivery, receipt, now.plus(pause.get()));
    if (receipt.retryAfter() != null) {
      deliveries.leaveAlone(row.id(), now.plus(pause.get()));
    }
    metrics.count(row.channel(), "failed");
  }

  private void giveUp(Delivery delivery, SubscriptionRow row, Receipt receipt) {
    deliveries.settle(delivery, State.DEAD, receipt, clock.instant());
    metrics.count(row.channel(), "dead");
    LOG.warn(
        "Delivery {} to subscription {} is given up after {} attempts: {}",
        delivery.id(),
        row.name(),
        delivery.attempts(),
        receipt.text());
  }

  private void pause(SubscriptionRow row) {
    try {
      long position =
          ledger.record(
              new PauseSubscription(
                  row.id(), "its receiver answered 410 Gone", NOTICES, clock.instant()));
      LOG.warn("Subscription {} is paused, since its receiver is gone (#{})", row.name(), position);
    } catch (Refused refused) {
      // It was paused or removed by somebody else, which is as well.
      LOG.debug("{}", refused.refusal().detail());
    }
  }
}
