package dev.releaseledger.app.applying;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts and logs the points that applies pass. */
@Component
class ApplyMetrics implements ApplyObserver {

  private static final Logger LOG = LoggerFactory.getLogger(ApplyMetrics.class);

  private final MeterRegistry meters;

  ApplyMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void reached(Point point, String rollout, String detail) {
    LOG.debug("{} {} {}", rollout, point, detail);
    meters
        .counter("ledger.apply.points", "point", point.name().toLowerCase(Locale.ROOT))
        .increment();
  }
}
