package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes who a witness is and what it has cosigned. */
public final class WitnessPage {

  private WitnessPage() {}

  /** Writes where a witness that has started can be asked. */
  public static void serving(JsonNode witness, Page page) {
    new Fields()
        .with("key", Words.of(witness, "key"))
        .with("url", Words.of(witness, "url"))
        .write(page);
    witness.path("logs").forEach(log -> page.line("watches " + log.asText()));
  }

  /** Writes the key of a witness, and the last checkpoint of each log. */
  public static void write(JsonNode witness, Page page) {
    new Fields().with("key", Words.of(witness, "key")).write(page);
    Table table = Table.of("LOG", "SIZE", "ROOT", "AT");
    witness
        .path("cosigned")
        .forEach(log ->
            table.row(
                Words.of(log, "origin"),
                Words.of(log, "size"),
                Words.of(log, "root"),
                Words.of(log, "at")));
    page.gap();
    table.write(page, "It has cosigned nothing yet.");
  }
}
