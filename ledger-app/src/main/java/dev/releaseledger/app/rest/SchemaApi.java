package dev.releaseledger.app.rest;

import dev.releaseledger.app.drift.Comparing;
import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.app.refusal.RequestRefusal.NoRelease;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRelease;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The schema of an environment: of its release, of an earlier one, or as the database is now. */
@RestController
@RequestMapping("/api/v1/projects/{project}/environments/{environment}/schema")
class SchemaApi {

  private final Drafting drafting;
  private final Comparing comparing;
  private final Schemas schemas;

  SchemaApi(Drafting drafting, Comparing comparing, Schemas schemas) {
    this.drafting = drafting;
    this.comparing = comparing;
    this.schemas = schemas;
  }

  record ObjectView(String kind, String name) {}

  record ConnectionView(String name, String fingerprint, String sql, List<ObjectView> objects) {}

  record SchemaView(String at, String fingerprint, List<ConnectionView> connections) {}

  @GetMapping
  SchemaView show(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestParam(defaultValue = "current") String at) {
    Environment state = drafting.environment(new EnvironmentId(project, environment));
    SortedMap<String, Schema> found = at.equals("live") ? live(state) : kept(state, at);
    List<ConnectionView> connections =
        found.entrySet().stream().map(SchemaApi::connection).toList();
    String fingerprint =
        connections.size() == 1
            ? connections.getFirst().fingerprint()
            : Fingerprint.of(connections.stream().map(ConnectionView::fingerprint).toList())
                .value();
    return new SchemaView(at, fingerprint, connections);
  }

  private SortedMap<String, Schema> live(Environment state) {
    SortedMap<String, Schema> live = new TreeMap<>();
    comparing.read(state).forEach((connection, read) -> live.put(connection, read.schema()));
    return live;
  }

  private SortedMap<String, Schema> kept(Environment state, String at) {
    ReleaseAdvanced release = at.equals("current") ? state.current() : state.releases().get(at);
    if (release == null) {
      throw new Refused(
          at.equals("current")
              ? new NoRelease(state.id().toString())
              : new UnknownRelease(state.id().toString(), at));
    }
    SortedMap<String, Schema> kept = new TreeMap<>();
    release
        .snapshots()
        .forEach((connection, digest) -> kept.put(connection, schemas.schema(digest)));
    return kept;
  }

  private static ConnectionView connection(Map.Entry<String, Schema> entry) {
    Schema schema = entry.getValue();
    return new ConnectionView(
        entry.getKey(),
        schema.fingerprint().value(),
        Planning.script(schema),
        schema.objects().keySet().stream()
            .map(id -> new ObjectView(id.kind().label(), id.identity()))
            .toList());
  }
}
