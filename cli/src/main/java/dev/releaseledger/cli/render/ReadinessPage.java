package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes whether a release is ready, domain by domain. */
public final class ReadinessPage {

  private static final String MISSING = ".missing";

  private ReadinessPage() {}

  /** Writes a report. */
  public static void write(JsonNode report, Page page) {
    Style style = page.style();
    boolean passed = report.path("passed").asBoolean();
    String level = Words.of(report, "level");
    page.line(
        style.bold(Words.line(report, "release"))
            + ": "
            + (passed ? style.good(level) : style.bad(level))
            + ", score "
            + Words.of(report, "score"));
    page.gap();
    Table table = Table.of("DOMAIN", "PASSED", "ARTIFACT", "BLOCKERS", "SUMMARY");
    for (JsonNode item : report.path("items")) {
      table.row(
          Words.of(item, "domain"),
          item.path("passed").asBoolean() ? style.good("yes") : style.bad("no"),
          Words.line(item, "path"),
          Words.list(item.path("blockers")),
          Words.line(item, "summary"));
    }
    table.write(page, "No domain is required, and nothing was given.");
    page.gap();
    report
        .path("blockers")
        .forEach(blocker -> page.line(style.bad("blocked by ") + blocker.asText()));
    if (Words.list(report.path("blockers")).contains(MISSING)) {
      page.line(
          "  what to do: give what is missing with --artifact DOMAIN=FILE, or name the domains that"
              + " have to pass with --required");
    }
    page.gap();
    page.line(
        "Wrote " + Words.of(report, "json_path") + " and " + Words.of(report, "markdown_path"));
  }
}
