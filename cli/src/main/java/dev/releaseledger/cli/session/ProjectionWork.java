package dev.releaseledger.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.Resource;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that the service does with projections in the background, waited for. */
public final class ProjectionWork {
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Session session;
  private final String action;
  private final String member;

  /**
   * Names the work.
   *
   * @param action {@code rebuild} or {@code verify}
   */
  public ProjectionWork(Session session, String action) {
    this.session = session;
    this.action = action;
    this.member = action.equals("verify") ? "verification" : action;
  }

  /** Has it done with one projection or with every one, and returns how they are then. */
  public JsonNode run(@Nullable String name) {
    JsonNode started =
        session
            .api()
            .post(Resource.of("projections", action), Body.empty().with("name", name))
            .path("items");
    Set<String> wanted = new HashSet<>();
    started.forEach(it -> wanted.add(it.path("name").asText()));
    try (ProgressLine progress = session.screen().progress()) {
      for (JsonNode now = started; ; now = now(wanted)) {
        JsonNode running = running(now);
        if (running == null) {
          return items(now);
        }
        progress.say(line(running));
        pause();
      }
    }
  }

  /** Whether all of them ended in a state. */
  public static boolean all(JsonNode items, String member, String state) {
    for (JsonNode item : items.path("items")) {
      if (!item.path(member).path("state").asText().equals(state)) {
        return false;
      }
    }
    return true;
  }

  /** Whether any of them ended in a state. */
  public static boolean any(JsonNode items, String member, String state) {
    for (JsonNode item : items.path("items")) {
      if (item.path(member).path("state").asText().equals(state)) {
        return true;
      }
    }
    return false;
  }

  private JsonNode now(Set<String> wanted) {
    ArrayNode found = Json.array();
    for (JsonNode item : session.api().get(Resource.of("projections")).path("items")) {
      if (wanted.contains(item.path("name").asText())) {
        found.add(item);
      }
    }
    return found;
  }

  private @Nullable JsonNode running(JsonNode items) {
    JsonNode queued = null;
    for (JsonNode item : items) {
      if (item.path(member).path("state").asText().equals("running")) {
        if (item.path(member).path("position").asLong() > 0) {
          return item;
        }
        queued = queued == null ? item : queued;
      }
    }
    return queued;
  }

  private String line(JsonNode item) {
    JsonNode work = item.path(member);
    long target = work.path("target").asLong();
    String name = item.path("name").asText();
    String doing = action.equals("verify") ? "verifying " : "rebuilding ";
    return target == 0
        ? doing + name + " ..."
        : "%s%s: %d of %d (%d %%)"
            .formatted(
                doing,
                name,
                work.path("position").asLong(),
                target,
                100 * work.path("position").asLong() / target);
  }

  private static JsonNode items(JsonNode items) {
    ObjectNode all = Json.object();
    all.set("items", items);
    return all;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
