package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Writes policies, and what one changes of another. */
public final class PolicyPage {

  private PolicyPage() {}

  /** Writes one policy with all its settings. */
  public static void write(JsonNode policy, Page page) {
    page.line(page.style().bold("Policy of " + Words.place(policy)));
    boolean adopted = policy.path("version").asInt() > 0;
    new Fields()
        .with("version", adopted ? Words.of(policy, "version") : "0, the defaults: none is adopted")
        .with("digest", Words.of(policy, "digest"))
        .with("marked", Words.of(policy, "marked"))
        .with("adopted by", Words.of(policy, "adoptedBy"))
        .with("adopted at", Words.time(policy, "adoptedAt"))
        .with("reason", Words.of(policy, "reason"))
        .write(page.in());
    page.gap();
    Table settings = Table.of("SETTING", "VALUE");
    for (Map.Entry<String, JsonNode> setting : policy.path("settings").properties()) {
      settings.row(setting.getKey(), setting.getValue().asText());
    }
    settings.write(page, "No settings.");
  }

  /** Writes what became of a policy that was handed in. */
  public static void adopted(JsonNode before, JsonNode after, JsonNode changes, Page page) {
    String version = Words.of(after, "version");
    if (version.equals(Words.of(before, "version"))) {
      page.line("Nothing changed: " + Words.place(after) + " stays at version " + version + ".");
      return;
    }
    page.line(
        page.style().bold("Policy of " + Words.place(after))
            + ": version "
            + Words.of(before, "version")
            + " -> "
            + version);
    changes(changes, page.in());
    page.line("Open approvals are void: plans carry the policy in their digest.");
  }

  /** Writes the settings that differ, one a line. */
  public static void changes(JsonNode document, Page page) {
    if (document.path("changes").isEmpty()) {
      page.line("No setting differs.");
    }
    for (JsonNode change : document.path("changes")) {
      page.line(
          Words.of(change, "path") + ": " + value(change, "from") + " -> " + value(change, "to"));
    }
  }

  private static String value(JsonNode change, String field) {
    String value = Words.of(change, field);
    return value.isEmpty() ? "(none)" : value;
  }
}
