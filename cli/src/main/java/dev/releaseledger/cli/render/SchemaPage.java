package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes a schema as the script that would make it; the text is SQL throughout. */
public final class SchemaPage {

  private SchemaPage() {}

  /** Writes a schema view. */
  public static void write(JsonNode schema, Page page) {
    for (JsonNode connection : schema.path("connections")) {
      page.gap();
      page.line(
          page.style()
              .dim(
                  "-- connection "
                      + Words.of(connection, "name")
                      + ", "
                      + Words.of(connection, "fingerprint")));
      page.line(Words.of(connection, "sql"));
    }
  }
}
