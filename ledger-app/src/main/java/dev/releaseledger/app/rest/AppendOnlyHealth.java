package dev.releaseledger.app.rest;

import dev.releaseledger.app.port.AppendOnly;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells administrators by what the service could change what it has recorded. It runs all the same.
 */
@Component("appendOnly")
final class AppendOnlyHealth implements HealthIndicator {

  private final AppendOnly recorded;

  AppendOnlyHealth(AppendOnly recorded) {
    this.recorded = recorded;
  }

  @Override
  public Health health() {
    List<String> gaps = recorded.gaps();
    return Health.up().withDetail("held", gaps.isEmpty()).withDetail("gaps", gaps).build();
  }
}
