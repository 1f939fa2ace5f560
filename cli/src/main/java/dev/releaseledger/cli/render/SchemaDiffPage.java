package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes how the schemas at two points differ. */
public final class SchemaDiffPage {

  private SchemaDiffPage() {}

  /** Returns whether there is no difference on any connection. */
  public static boolean isEmpty(JsonNode diff) {
    for (JsonNode connection : diff.path("connections")) {
      if (!connection.path("changes").isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Writes a diff view. */
  public static void write(JsonNode diff, Page page) {
    new Fields()
        .with("from", point(diff.path("from")))
        .with("to", point(diff.path("to")))
        .write(page);
    page.gap();
    if (isEmpty(diff)) {
      page.line("No difference.");
    }
    boolean several = diff.path("connections").size() > 1;
    for (JsonNode connection : diff.path("connections")) {
      if (several && !connection.path("changes").isEmpty()) {
        page.gap();
        page.line(page.style().dim("connection " + Words.of(connection, "name")));
      }
      connection.path("changes").forEach(change -> change(change, page));
    }
  }

  private static void change(JsonNode change, Page page) {
    Style style = page.style();
    String former = Words.of(change, "former");
    String sign =
        switch (Words.of(change, "change")) {
          case "added" -> style.good("+");
          case "removed" -> style.bad("-");
          default -> style.warning("~");
        };
    page.line(
        sign
            + " "
            + style.bold(Words.of(change, "object"))
            + (former.isEmpty() ? "" : ", was " + former));
    PartLines.write(change, page.in());
  }

  private static String point(JsonNode point) {
    return Words.sentence(
        Words.of(point, "point"),
        Words.of(point, "releaseId").equals(Words.of(point, "point"))
            ? ""
            : Words.of(point, "releaseId"),
        Words.shortRef(point, "ref"),
        Words.shortDigest(Words.of(point, "fingerprint")));
  }
}
