package dev.releaseledger.app.rest;

import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Building projections again from the events. */
@RestController
@RequestMapping("/api/v1/projections")
class ProjectionsApi {

  private final Projections progress;

  ProjectionsApi(Projections progress) {
    this.progress = progress;
  }

  record Rebuild(@Nullable String name) {}

  record Rebuilt(List<String> rebuilt) {}

  @PostMapping("/rebuild")
  Rebuilt rebuild(@RequestBody Rebuild request) {
    List<String> all = progress.names();
    String name = request.name();
    if (name != null && !all.contains(name)) {
      throw new Refused(new InvalidValue("name", "must be one of " + String.join(", ", all)));
    }
    List<String> wanted = name == null ? all : List.of(name);
    wanted.forEach(progress::rebuild);
    return new Rebuilt(wanted);
  }
}
