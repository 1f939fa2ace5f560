package dev.releaseledger.app.rest;

import dev.releaseledger.app.port.AppendOnly;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the service answers. */
@RestController
@RequestMapping("/api/v1")
class HealthApi {

  private final AppendOnly recorded;

  HealthApi(AppendOnly recorded) {
    this.recorded = recorded;
  }

  /**
   * How the service is.
   *
   * @param appendOnly whether its database keeps it from changing what it has recorded
   */
  record Health(String status, boolean appendOnly) {}

  @GetMapping("/health")
  Health health() {
    return new Health("up", recorded.held());
  }
}
