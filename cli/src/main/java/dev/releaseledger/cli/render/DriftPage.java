package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes whether a database is what the ledger says it is, and each way in which it is not. */
public final class DriftPage {

  private DriftPage() {}

  /** Writes a drift view. */
  public static void write(JsonNode drift, Page page) {
    page.line(page.style().bold(Words.place(drift)) + ": " + sentence(drift, page.style()));
    for (JsonNode connection : drift.path("connections")) {
      connection(connection, page);
    }
  }

  private static String sentence(JsonNode drift, Style style) {
    String release = Words.of(drift, "releaseId");
    String against = release.isEmpty() ? "its current release" : release;
    String status = Words.of(drift, "status");
    String checked = Words.time(drift, "checkedAt");
    String when = checked.isEmpty() ? "" : style.dim(" (checked " + checked + ")");
    return switch (status) {
      case "clean" -> style.good("no drift") + ", the database is " + against + when;
      case "drifted" -> style.bad("drift") + ", the database differs from " + against + when;
      default -> "never checked; ask with `ledgerctl drift check`";
    };
  }

  private static void connection(JsonNode connection, Page page) {
    JsonNode differences = connection.path("differences");
    if (differences.isEmpty() && !Words.of(connection, "status").equals("drifted")) {
      return;
    }
    page.gap();
    page.line("connection " + Words.of(connection, "name"));
    for (JsonNode difference : differences) {
      difference(difference, page.in());
    }
    new Fields()
        .with("expected", Words.of(connection, "expected"))
        .with("observed", Words.of(connection, "observed"))
        .write(page.in());
  }

  /** Writes one difference with both sides where they are known. */
  static void difference(JsonNode difference, Page page) {
    Style style = page.style();
    String sign =
        switch (Words.of(difference, "kind")) {
          case "missing" -> style.bad("-");
          case "extra" -> style.good("+");
          default -> style.warning("~");
        };
    page.line(sign + " " + Words.of(difference, "text"));
    new Fields()
        .with("expected", Words.of(difference, "expected"))
        .with("actual", Words.of(difference, "actual"))
        .write(page.in());
  }
}
