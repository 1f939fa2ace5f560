package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Problem;
import java.util.Map;
import java.util.Set;

/** Writes a problem: what happened, why, what to do, and where more is written about it. */
public final class ProblemPage {

  private ProblemPage() {}

  /** Writes the problem. */
  public static void write(Problem problem, Page page) {
    Style style = page.style();
    page.line(style.bad(style.bold("error:")) + " " + style.bold(problem.title()));
    Page body = page.in();
    if (!problem.extra("gates").isEmpty()) {
      gates(problem, body);
      return;
    }
    body.line(problem.detail());
    for (JsonNode difference : problem.extra("differences")) {
      DriftPage.difference(difference, body.in());
    }
    for (Map.Entry<String, JsonNode> extra : problem.document().properties()) {
      for (JsonNode entry : extra.getValue()) {
        listed(extra.getKey(), entry.asText(""), problem.detail(), body.in());
      }
    }
    for (JsonNode finding : problem.extra("findings")) {
      PlanPage.finding(finding, body.in());
    }
    if (!problem.remedy().isEmpty()) {
      body.line(style.bold("what to do:") + " " + problem.remedy());
    }
    new Fields()
        .with("rollout:", problem.extra("rolloutId").asText(""))
        .with("fault:", problem.extra("faultId").asText(""))
        .with("see:", problem.slug().isEmpty() ? "" : "docs/problems/" + problem.slug() + ".md")
        .write(body);
  }

  /** Each gate says by itself what the detail and the remedy of the problem say of all at once. */
  private static void gates(Problem problem, Page page) {
    page.line(problem.extra("rolloutId").asText("The plan") + " does not run:");
    GateLines.unmet(problem.extra("gates"), Set.of(), page.in());
    page.line(page.style().bold("what to do:") + " Provide what is missing, then ask again.");
  }

  private static void listed(String name, String entry, String detail, Page page) {
    if (name.equals("operations")) {
      page.line(entry + "  " + page.style().bad("requires --force"));
    } else if (!detail.contains(entry)) {
      page.line(entry);
    }
  }
}
