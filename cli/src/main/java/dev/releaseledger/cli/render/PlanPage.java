package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Writes a plan so that it can be reviewed: what, who has to wait, and how to get back. */
public final class PlanPage {

  private PlanPage() {}

  /** Writes a plan view. */
  public static void write(JsonNode plan, Page page) {
    Style style = page.style();
    page.line(style.bold("Plan for " + Words.place(plan)) + " to " + Words.ref(plan));
    summary(plan, style).forEach(page::line);
    page.line(style.dim("digest " + Words.of(plan, "digest")));
    VerdictLines.write(plan, page);
    for (JsonNode connection : plan.path("connections")) {
      connection(connection, page);
    }
  }

  private static List<String> summary(JsonNode plan, Style style) {
    if (plan.path("blocked").asBoolean()) {
      return List.of(style.bad("blocked: this plan cannot be applied as it is"));
    }
    return plan.path("changes").asInt() == 0
        ? List.of(style.good("nothing to do") + ", the schema is as declared")
        : PlanFigures.of(plan)
            .sentences(new PlanFigures.Accents(style::risk, style::bad, name -> name));
  }

  private static void connection(JsonNode connection, Page page) {
    if (Words.isSilent(connection)) {
      return;
    }
    page.gap();
    page.line(
        page.style().bold("connection " + Words.of(connection, "name"))
            + page.style()
                .dim(
                    "  "
                        + Words.shortDigest(Words.of(connection, "baseFingerprint"))
                        + " -> "
                        + Words.shortDigest(Words.of(connection, "targetFingerprint"))));
    connection.path("blockers").forEach(blocker -> finding(blocker, page.in()));
    connection.path("notes").forEach(note -> finding(note, page.in()));
    for (JsonNode stage : connection.path("stages")) {
      page.gap();
      page.in().line(page.style().dim(StageWords.of(stage)));
      StageLocks locks = StageLocks.of(stage);
      for (JsonNode step : stage.path("steps")) {
        StepLines.write(step, locks.during(step), connection, page.in());
      }
    }
    JsonNode findings = connection.path("rehearsal").path("findings");
    if (!findings.isEmpty()) {
      page.gap();
      page.in().line(page.style().dim("noticed in rehearsal"));
      findings.forEach(finding -> finding(finding, page.in()));
    }
  }

  /** Writes one finding with its remedy. */
  static void finding(JsonNode finding, Page page) {
    Style style = page.style();
    page.line(
        style.warning("!")
            + " "
            + style.risk(Words.weight(finding))
            + ": "
            + Words.of(finding, "message")
            + style.dim(
                " [" + Words.of(finding, "rule") + ", " + Words.of(finding, "object") + "]"));
    String remedy = Words.of(finding, "remedy");
    String rule = Words.of(finding, "rule");
    page.in()
        .line(remedy.isEmpty() ? "" : "remedy: " + remedy)
        .line(rule.isEmpty() ? "" : style.dim("see: docs/rules/" + rule + ".md"));
  }
}
