package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes where a schema is not as its project's standards say. */
public final class StandardsPage {

  private StandardsPage() {}

  /** Writes a standards view. */
  public static void write(JsonNode check, Page page) {
    Style style = page.style();
    page.line(
        style.bold("Standards of " + Words.place(check))
            + " at "
            + Words.ref(check)
            + ", "
            + (check.path("all").asBoolean() ? "all that is declared" : "what a plan would bring"));
    page.line(summary(check, style));
    for (JsonNode connection : check.path("connections")) {
      connection(connection, page);
    }
  }

  private static void connection(JsonNode connection, Page page) {
    JsonNode findings = connection.path("findings");
    boolean unasked = connection.path("rules").asInt() == 0;
    if (findings.isEmpty() && !unasked) {
      return;
    }
    page.gap();
    page.line(page.style().bold("connection " + Words.of(connection, "name")));
    page.in().line(unasked ? "no standards: there is no standards.yaml that asks for any" : "");
    findings.forEach(finding -> PlanPage.finding(finding, page.in()));
  }

  private static String summary(JsonNode check, Style style) {
    Severities all = new Severities();
    check.path("connections").forEach(connection -> all.count(connection.path("findings")));
    return all.isEmpty() ? style.good("no findings") : all.sentence(style::risk);
  }
}
