package dev.releaseledger.app.rest;

import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.port.Projections.Status;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How projections are doing, and building them again from the events. */
@RestController
@RequestMapping("/api/v1/projections")
class ProjectionsApi {

  private final Projections projections;

  ProjectionsApi(Projections projections) {
    this.projections = projections;
  }

  record Wanted(@Nullable String name) {}

  @GetMapping
  Items<Status> list() {
    return new Items<>(projections.status());
  }

  @PostMapping("/rebuild")
  ResponseEntity<Items<Status>> rebuild(@RequestBody Wanted request) {
    List<String> wanted = wanted(request);
    projections.startRebuilding(wanted);
    return accepted(wanted);
  }

  @PostMapping("/verify")
  ResponseEntity<Items<Status>> verify(@RequestBody Wanted request) {
    List<String> wanted = wanted(request);
    projections.startVerifying(wanted);
    return accepted(wanted);
  }

  private ResponseEntity<Items<Status>> accepted(List<String> wanted) {
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .body(
            new Items<>(
                projections.status().stream().filter(it -> wanted.contains(it.name())).toList()));
  }

  private List<String> wanted(Wanted request) {
    List<String> all = projections.names();
    String name = request.name();
    if (name != null && !all.contains(name)) {
      throw new Refused(new InvalidValue("name", "must be one of " + String.join(", ", all)));
    }
    return name == null ? all : List.of(name);
  }
}
