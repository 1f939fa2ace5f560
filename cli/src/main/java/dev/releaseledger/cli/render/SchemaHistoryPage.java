package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes the versions of objects, newest first. */
public final class SchemaHistoryPage {

  private SchemaHistoryPage() {}

  /** Writes the versions of one object, with everything that became of its parts. */
  public static void one(JsonNode history, Page page) {
    for (JsonNode version : history.path("items")) {
      page.gap();
      head(version, page);
      PartLines.write(version, page.in());
    }
    end(history, page);
  }

  /** Writes the latest versions of all objects; what came or went as a whole is only counted. */
  public static void all(JsonNode history, Page page) {
    for (JsonNode version : history.path("items")) {
      page.gap();
      head(version, page);
      switch (Words.of(version, "change")) {
        case "added", "removed" -> page.in().line(PartLines.summary(version));
        default -> PartLines.write(version, page.in());
      }
    }
    end(history, page);
  }

  private static void head(JsonNode version, Page page) {
    Style style = page.style();
    String former = Words.of(version, "former");
    page.line(
        style.bold(Words.of(version, "object"))
            + " "
            + change(Words.of(version, "change"), style)
            + (former.isEmpty() ? "" : ", was " + former));
    page.in()
        .line(
            style.dim(
                Words.sentence(
                    "#" + Words.of(version, "position"),
                    Words.time(version, "at"),
                    cause(version),
                    "by " + Words.of(version, "actor"),
                    Words.of(version, "releaseId"),
                    named("ref ", Words.shortRef(version, "ref")),
                    named("rollout ", Words.of(version, "rolloutId")),
                    connection(version))));
  }

  private static String cause(JsonNode version) {
    String cause = Words.of(version, "cause");
    return cause.equals("apply") ? "" : cause;
  }

  private static String connection(JsonNode version) {
    String connection = Words.of(version, "connection");
    return connection.equals("main") ? "" : "connection " + connection;
  }

  private static String named(String noun, String value) {
    return value.isEmpty() ? "" : noun + value;
  }

  private static String change(String change, Style style) {
    return switch (change) {
      case "added" -> style.good(change);
      case "removed" -> style.bad(change);
      default -> style.warning(change);
    };
  }

  private static void end(JsonNode history, Page page) {
    if (history.path("items").isEmpty()) {
      page.line("Nothing older is known.");
    }
    String next = Words.of(history, "next");
    if (!next.isEmpty()) {
      page.gap();
      page.line(page.style().dim("older ones: --before " + next));
    }
  }
}
