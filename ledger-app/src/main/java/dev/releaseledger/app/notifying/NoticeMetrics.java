package dev.releaseledger.app.notifying;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts deliveries, and tells how many were given up and how long the oldest has waited. */
@Component
class NoticeMetrics {

  private final MeterRegistry meters;

  NoticeMetrics(MeterRegistry meters, Deliveries deliveries, Clock clock) {
    this.meters = meters;
    Gauge.builder("ledger.notices.dead", deliveries, Deliveries::dead).register(meters);
    Gauge.builder("ledger.notices.oldest.pending.seconds", deliveries, it -> age(it, clock))
        .register(meters);
  }

  /** One more attempt came out like this: {@code delivered}, {@code failed} or {@code dead}. */
  void count(String channel, String outcome) {
    meters.counter("ledger.notices.deliveries", "channel", channel, "outcome", outcome).increment();
  }

  private static double age(Deliveries deliveries, Clock clock) {
    return deliveries
        .oldestPending()
        .map(since -> Duration.between(since, clock.instant()).toSeconds())
        .orElse(0L);
  }
}
