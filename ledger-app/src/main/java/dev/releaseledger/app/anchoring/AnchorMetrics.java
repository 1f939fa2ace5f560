package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.port.AnchorEntry;
import dev.releaseledger.app.port.AnchorOutcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts attempts, and tells how many places fail and how old the last anchored checkpoint is. */
@Component
class AnchorMetrics {

  private final MeterRegistry meters;

  AnchorMetrics(MeterRegistry meters, AnchorTables tables, AnchoredLog anchored, Clock clock) {
    this.meters = meters;
    Gauge.builder("ledger.anchors.failing", tables, AnchorMetrics::failing).register(meters);
    Gauge.builder("ledger.anchors.contradicted", tables, AnchorMetrics::contradicted)
        .register(meters);
    Gauge.builder("ledger.anchors.age.seconds", anchored, it -> age(it, clock)).register(meters);
  }

  /** One more attempt came out like this. */
  void count(AnchorEntry entry, AnchorOutcome outcome) {
    String word =
        switch (outcome) {
          case AnchorOutcome.Kept kept -> "kept";
          case AnchorOutcome.Failed failed -> "failed";
          case AnchorOutcome.Contradicted contradicted -> "contradicted";
        };
    meters.counter("ledger.anchors.attempts", "place", entry.name(), "outcome", word).increment();
  }

  private static double failing(AnchorTables tables) {
    return tables.states().values().stream().filter(PlaceState::isFailing).count();
  }

  private static double contradicted(AnchorTables tables) {
    return tables.states().values().stream().filter(PlaceState::contradicted).count();
  }

  /** Not a number while nothing has been anchored. */
  private static double age(AnchoredLog anchored, Clock clock) {
    return anchored
        .largest(0)
        .map(last -> (double) Duration.between(last.at(), clock.instant()).toSeconds())
        .orElse(Double.NaN);
  }
}
