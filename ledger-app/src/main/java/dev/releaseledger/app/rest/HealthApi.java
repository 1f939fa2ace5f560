package dev.releaseledger.app.rest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the service answers. */
@RestController
@RequestMapping("/api/v1")
class HealthApi {

  record Health(String status) {}

  @GetMapping("/health")
  Health health() {
    return new Health("up");
  }
}
