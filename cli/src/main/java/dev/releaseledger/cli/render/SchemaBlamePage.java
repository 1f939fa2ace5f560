package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes who made each part of a table what it is. */
public final class SchemaBlamePage {

  private SchemaBlamePage() {}

  /** Writes a blame view. */
  public static void write(JsonNode blame, Page page) {
    for (JsonNode blamed : blame.path("tables")) {
      page.gap();
      String connection = Words.of(blamed, "connection");
      page.line(
          page.style().bold("table " + Words.of(blamed, "table"))
              + (connection.equals("main") ? "" : ", connection " + connection));
      Table table =
          Table.of("PART", "SINCE", "COMMIT", "AUTHORS", "APPROVED BY", "BY", "ROLLOUT", "RELEASE");
      for (JsonNode part : blamed.path("parts")) {
        row(part, table);
      }
      table.write(page.in(), "");
    }
  }

  private static void row(JsonNode part, Table table) {
    JsonNode since = part.path("since");
    String cause = Words.of(since, "cause");
    String rollout = Words.of(since, "rolloutId");
    table.row(
        Words.of(part, "kind") + " " + Words.of(part, "name"),
        Words.time(since, "at"),
        Words.shortRef(since, "ref"),
        Words.list(since.path("authors")),
        Words.list(since.path("approvers")),
        Words.of(since, "actor"),
        rollout.isEmpty() ? cause : rollout,
        Words.of(since, "releaseId"));
  }
}
