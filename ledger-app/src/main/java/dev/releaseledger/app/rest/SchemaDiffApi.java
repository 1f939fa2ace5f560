package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.history.ComparingSchemas;
import dev.releaseledger.app.history.Point;
import dev.releaseledger.app.history.SchemaAt;
import dev.releaseledger.app.history.SchemaDiff;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.policy.Refused;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the schemas at two points differ. */
@RestController
class SchemaDiffApi {

  private final ComparingSchemas comparing;

  SchemaDiffApi(ComparingSchemas comparing) {
    this.comparing = comparing;
  }

  record PointView(
      String point,
      String environment,
      @Nullable String releaseId,
      @Nullable String ref,
      @Nullable Instant advancedAt,
      String fingerprint) {}

  record ConnectionView(String name, List<ObjectChangeView> changes) {}

  record DiffView(PointView from, PointView to, List<ConnectionView> connections) {}

  @GetMapping("/api/v1/projects/{project}/environments/{environment}/schema/diff")
  ResponseEntity<?> diff(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "json") String format,
      Caller caller) {
    SchemaDiff diff =
        comparing.compare(
            new EnvironmentId(project, environment),
            Point.parse(Values.required("from", from)),
            Point.parse(to),
            caller);
    return switch (format) {
      case "json" -> ResponseEntity.ok(view(diff));
      case "sql" -> Texts.sql(sql(diff));
      default -> throw new Refused(new InvalidValue("format", "must be json or sql"));
    };
  }

  private static DiffView view(SchemaDiff diff) {
    return new DiffView(
        point(diff.from()),
        point(diff.to()),
        diff.connections().entrySet().stream()
            .map(entry ->
                new ConnectionView(
                    entry.getKey(),
                    entry.getValue().changes().stream().map(ObjectChangeView::of).toList()))
            .toList());
  }

  private static PointView point(SchemaAt at) {
    return new PointView(
        at.point(),
        at.environment().environment(),
        at.release() == null ? null : at.release().release(),
        at.ref(),
        at.release() == null ? null : at.release().at(),
        at.fingerprint());
  }

  private String sql(SchemaDiff diff) {
    return diff.connections().keySet().stream()
        .map(connection -> script(connection, comparing.plan(diff, connection)))
        .collect(Collectors.joining("\n"));
  }

  private static String script(String connection, SchemaPlan plan) {
    StringBuilder script = new StringBuilder("-- connection " + connection + "\n");
    for (Finding blocker : plan.blockers()) {
      script
          .append("-- blocked: ")
          .append(line(blocker.object() + ": " + blocker.message()))
          .append('\n');
    }
    plan.steps().forEach(step -> script.append('\n').append(step.sql()).append(";\n"));
    return script.toString();
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
