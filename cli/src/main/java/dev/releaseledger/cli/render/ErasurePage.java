package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes what was forgotten. */
public final class ErasurePage {

  private ErasurePage() {}

  /** Writes that an actor was. */
  public static void actor(JsonNode erased, Page page) {
    page.line("Erased who the actor was (event #%d).".formatted(erased.path("position").asLong()));
    if (erased.path("texts").asInt() > 0) {
      texts(erased, page);
    }
  }

  /** Writes that texts were. */
  public static void texts(JsonNode erased, Page page) {
    int count = erased.path("texts").asInt();
    page.line(
        "Erased %d %s (event #%d)."
            .formatted(count, count == 1 ? "text" : "texts", erased.path("position").asLong()));
    page.line(
        "Views still have them until they are built anew, which has begun:"
            + " ledgerctl projection list");
  }
}
