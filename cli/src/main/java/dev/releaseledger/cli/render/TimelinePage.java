package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes the timeline: one line an event, oldest first, as one would tell it. */
public final class TimelinePage {

  private TimelinePage() {}

  /** Writes a page of the timeline. */
  public static void write(JsonNode timeline, Page page) {
    Table table = Table.of("#", "AT", "ENVIRONMENT", "WHO", "EVENT", "WHAT HAPPENED");
    for (JsonNode event : timeline.path("items")) {
      table.row(
          Words.of(event, "position"),
          Words.time(event, "at"),
          place(event),
          Words.of(event, "actor"),
          Words.of(event, "type"),
          Words.line(event, "sentence"));
    }
    table.write(page, "Nothing has happened yet.");
  }

  /** Writes one entry in a line, as it comes. */
  public static void writeOne(JsonNode event, Page page) {
    page.line(
        "%s  %s  %s  %s  %s  %s"
            .formatted(
                Words.of(event, "position"),
                Words.time(event, "at"),
                place(event).isEmpty() ? "-" : place(event),
                Words.of(event, "actor"),
                Words.of(event, "type"),
                Words.line(event, "sentence")));
  }

  private static String place(JsonNode event) {
    return Words.of(event, "environment").isEmpty()
        ? Words.of(event, "project")
        : Words.place(event);
  }
}
