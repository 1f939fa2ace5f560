package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Scopes;
import dev.releaseledger.projections.Sight;
import dev.releaseledger.projections.timeline.Timeline;
import dev.releaseledger.projections.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened. */
@RestController
@RequestMapping("/api/v1/timeline")
class TimelineApi {

  private static final int MOST = 1000;

  private final Timeline timeline;
  private final Presenting presenting;
  private final Scopes scopes;
  private final JsonMapper json;

  TimelineApi(Timeline timeline, Presenting presenting, Scopes scopes, JsonMapper json) {
    this.scopes = scopes;
    this.timeline = timeline;
    this.presenting = presenting;
    this.json = json;
  }

  record EntryView(
      long position,
      Instant at,
      String type,
      @Nullable String project,
      @Nullable String environment,
      @Nullable String rollout,
      String actor,
      String sentence,
      Map<String, Object> data) {}

  @GetMapping
  Items<EntryView> list(
      @RequestParam(required = false) @Nullable String project,
      @RequestParam(required = false) @Nullable String environment,
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(defaultValue = "100") int limit,
      Caller caller) {
    Sight sight = scopes.sightOf(caller);
    int most = Values.limit(limit, MOST);
    List<TimelineEntry> entries =
        after == null
            ? timeline.latest(project, environment, sight, most)
            : timeline.after(after, project, environment, sight, most);
    return new Items<>(entries.stream().map(this::view).toList());
  }

  private EntryView view(TimelineEntry entry) {
    return new EntryView(
        entry.position(),
        entry.at(),
        entry.type(),
        entry.project(),
        entry.environment(),
        entry.rollout(),
        presenting.actor(entry.actor()),
        presenting.sentence(entry.sentence()),
        json.readValue(entry.data(), new TypeReference<>() {}));
  }
}
