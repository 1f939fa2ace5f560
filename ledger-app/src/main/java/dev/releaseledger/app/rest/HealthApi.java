package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the service answers, and as whom it knows the caller. */
@RestController
@RequestMapping("/api/v1")
class HealthApi {

  record Health(String status) {}

  record WhoAmI(String actor, String name, List<String> roles) {}

  @GetMapping("/health")
  Health health() {
    return new Health("up");
  }

  @GetMapping("/whoami")
  WhoAmI whoami(Caller caller) {
    return new WhoAmI(caller.actor(), caller.name(), List.of(caller.role().word()));
  }
}
