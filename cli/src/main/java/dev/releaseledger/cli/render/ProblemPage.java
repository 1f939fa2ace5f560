package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Problem;
import java.util.Map;

/** Writes a problem: what happened, why, what to do, and where more is written about it. */
public final class ProblemPage {

  private ProblemPage() {}

  /** Writes the problem. */
  public static void write(Problem problem, Page page) {
    Style style = page.style();
    page.line(style.bad(style.bold("error:")) + " " + style.bold(problem.title()));
    Page body = page.in();
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

  private static void listed(String name, String entry, String detail, Page page) {
    if (name.equals("operations")) {
      page.line(entry + "  " + page.style().bad("requires --force"));
    } else if (!detail.contains(entry)) {
      page.line(entry);
    }
  }
}
