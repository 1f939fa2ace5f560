package dev.releaseledger.app.rest;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.projections.timeline.Timeline;
import dev.releaseledger.projections.timeline.TimelineEntry;
import dev.releaseledger.projections.timeline.TimelineFilter;
import dev.releaseledger.projections.timeline.TimelinePage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes feeds of what the timeline says. */
@Component
class FeedBuilding {

  private final Timeline timeline;
  private final EntryPresenting presenting;
  private final EventLog log;

  FeedBuilding(Timeline timeline, EntryPresenting presenting, EventLog log) {
    this.timeline = timeline;
    this.presenting = presenting;
    this.log = log;
  }

  /**
   * What a feed is about and where it is.
   *
   * @param base where the service is reached
   * @param self where the feed is read from, with its query
   */
  record Place(@Nullable String project, @Nullable String environment, String base, String self) {}

  /** The part of a feed that a call asks for. */
  TimelinePage page(TimelineFilter filter, @Nullable Long before, int limit) {
    return timeline.page(filter, null, before, limit);
  }

  Feed feed(TimelinePage page, Place place) {
    List<TimelineEntry> entries = page.entries().reversed();
    Map<Long, String> ids = presenting.ids(entries);
    return new Feed(
        id(place),
        title(place),
        place.base() + "/api/v1/notices" + query(place),
        place.self(),
        page.older() ? next(place.self(), entries.getLast().position()) : null,
        entries.isEmpty() ? Instant.EPOCH : entries.getFirst().at(),
        presenting.told(entries).stream()
            .map(entry ->
                item(entry, Objects.requireNonNull(ids.get(entry.position())), place.base()))
            .toList());
  }

  private static Feed.Item item(EntryView entry, String id, String base) {
    List<String> categories = new ArrayList<>(List.of(entry.type(), entry.severity()));
    if (entry.project() != null) {
      categories.add(
          entry.environment() == null
              ? entry.project()
              : entry.project() + "/" + entry.environment());
    }
    return new Feed.Item(
        "urn:uuid:" + id,
        entry.actor() + " " + entry.sentence(),
        base + "/api/v1" + thing(entry),
        entry.at(),
        entry.actor(),
        categories);
  }

  /** Where the thing is that an entry is about. */
  private static String thing(EntryView entry) {
    if (entry.type().equals("release-advanced") && entry.subject() != null) {
      return "/releases/" + entry.subject();
    }
    return entry.rollout() == null
        ? "/timeline?after=" + (entry.position() - 1) + "&limit=1"
        : "/rollouts/" + entry.rollout();
  }

  /** The same for good: it is made of the first event that this ledger ever had. */
  private String id(Place place) {
    String ledger =
        log.after(0, 1).stream()
            .map(first -> log.ids(List.of(first.position())).get(first.position()))
            .findFirst()
            .orElse("");
    String name = ledger + "/feed" + query(place);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static String title(Place place) {
    if (place.project() == null) {
      return "Release Ledger";
    }
    return "Release Ledger: "
        + place.project()
        + (place.environment() == null ? "" : "/" + place.environment());
  }

  private static String query(Place place) {
    return UriComponentsBuilder.newInstance()
        .queryParamIfPresent("project", Optional.ofNullable(place.project()))
        .queryParamIfPresent("environment", Optional.ofNullable(place.environment()))
        .encode()
        .toUriString();
  }

  private static String next(String self, long before) {
    int query = self.indexOf('?');
    String path = query < 0 ? self : self.substring(0, query);
    String others = query < 0 ? "" : Queries.without(self.substring(query + 1), "before");
    return path + "?" + (others.isEmpty() ? "" : others + "&") + "before=" + before;
  }
}
