package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes releases. */
public final class ReleasePage {

  private ReleasePage() {}

  /** Writes releases, newest first, the current one marked. */
  public static void list(JsonNode releases, Page page) {
    Table table = Table.of("", "RELEASE", "REF", "ADVANCED", "BY", "CAUSE", "ROLLOUT");
    for (JsonNode release : releases.path("items")) {
      table.row(
          release.path("current").asBoolean() ? page.style().good("*") : "",
          Words.of(release, "id"),
          Words.shortRef(release, "ref"),
          Words.time(release, "advancedAt"),
          Words.of(release, "advancedBy"),
          Words.of(release, "cause"),
          Words.of(release, "rolloutId"));
    }
    table.write(page, "No releases yet; the first one comes of `ledgerctl apply`.");
  }

  /** Writes one release. */
  public static void write(JsonNode release, Page page) {
    page.line(
        page.style().bold("Release " + Words.of(release, "id"))
            + (release.path("current").asBoolean() ? page.style().good(" (current)") : ""));
    Fields fields =
        new Fields()
            .with("project", Words.of(release, "project"))
            .with("environment", Words.of(release, "environment"))
            .with("ref", Words.of(release, "ref"))
            .with("fingerprint", Words.of(release, "fingerprint"));
    release
        .path("schemas")
        .properties()
        .forEach(s -> fields.with("connection " + s.getKey(), s.getValue().asText()));
    fields
        .with("advanced", advanced(release))
        .with("cause", Words.of(release, "cause"))
        .with("rollout", Words.of(release, "rolloutId"))
        .with("previous", Words.of(release, "previous"))
        .write(page.in());
  }

  private static String advanced(JsonNode release) {
    String at = Words.time(release, "advancedAt");
    return at.isEmpty() ? "" : at + " by " + Words.of(release, "advancedBy");
  }
}
