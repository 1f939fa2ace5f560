package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes what people put on record about a rollout. */
final class RecordLines {

  private RecordLines() {}

  /** Writes every record, kind by kind; nothing where there is none. */
  static void write(JsonNode records, Page page) {
    Table table = Table.of("RECORD", "OF", "SAYS", "REFERENCE", "BY", "AT");
    for (JsonNode waiver : records.path("waivers")) {
      row(table, "waiver", Words.of(waiver, "gate"), Words.line(waiver, "reason"), waiver);
    }
    for (JsonNode link : records.path("links")) {
      row(table, Words.of(link, "kind"), "", "", link);
    }
    for (JsonNode test : records.path("tests")) {
      row(table, "test", Words.of(test, "kind"), result(test, page.style()), test);
    }
    for (JsonNode note : records.path("notes")) {
      row(table, "note", Words.of(note, "kind"), Words.line(note, "text"), note);
    }
    if (!table.isEmpty()) {
      page.gap();
      page.line(page.style().bold("records"));
      table.write(page.in(), "");
    }
  }

  private static void row(Table table, String record, String of, String says, JsonNode node) {
    table.row(
        record,
        of,
        says,
        Words.line(node, "reference"),
        Words.of(node, "by"),
        Words.time(node, "at"));
  }

  private static String result(JsonNode test, Style style) {
    return Words.sentence(
        test.path("passed").asBoolean() ? style.good("passed") : style.bad("failed"),
        Words.line(test, "note"));
  }
}
