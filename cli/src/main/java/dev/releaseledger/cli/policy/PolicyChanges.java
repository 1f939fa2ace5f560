package dev.releaseledger.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two policies of an environment, setting by setting. */
final class PolicyChanges {

  private PolicyChanges() {}

  /** Returns the settings that differ; one that only one of them has is null in the other. */
  static ObjectNode between(JsonNode before, JsonNode after) {
    SortedMap<String, String> from = settings(before);
    SortedMap<String, String> to = settings(after);
    TreeSet<String> paths = new TreeSet<>(from.keySet());
    paths.addAll(to.keySet());
    ObjectNode document = Json.object();
    ArrayNode changes = document.putArray("changes");
    for (String path : paths) {
      if (!Objects.equals(from.get(path), to.get(path))) {
        changes.addObject().put("path", path).put("from", from.get(path)).put("to", to.get(path));
      }
    }
    return document;
  }

  private static SortedMap<String, String> settings(JsonNode policy) {
    SortedMap<String, String> settings = new TreeMap<>();
    // The mark stands beside the settings, and is part of the document like them.
    if (policy.path("marked").isTextual()) {
      settings.put("marked", policy.path("marked").asText());
    }
    for (Map.Entry<String, JsonNode> setting : policy.path("settings").properties()) {
      settings.put(setting.getKey(), setting.getValue().asText());
    }
    return settings;
  }
}
