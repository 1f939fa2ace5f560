package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a plan so that it can be reviewed: what, at what cost, and how to get back. */
public final class PlanPage {

  private PlanPage() {}

  /** Writes a plan view. */
  public static void write(JsonNode plan, Page page) {
    Style style = page.style();
    page.line(style.bold("Plan for " + Words.place(plan)) + " to " + ref(plan));
    page.line(summary(plan, style));
    page.line(style.dim("digest " + Words.of(plan, "digest")));
    for (JsonNode connection : plan.path("connections")) {
      connection(connection, page);
    }
  }

  private static String ref(JsonNode plan) {
    String requested = Words.of(plan, "requestedRef");
    String ref = Words.shortRef(plan, "ref");
    return requested.isEmpty() || requested.equals(Words.of(plan, "ref"))
        ? ref
        : requested + " (" + ref + ")";
  }

  private static String summary(JsonNode plan, Style style) {
    if (plan.path("blocked").asBoolean()) {
      return style.bad("blocked: this plan cannot be applied as it is");
    }
    int changes = plan.path("changes").asInt();
    if (changes == 0) {
      return style.good("nothing to do") + ", the schema is as declared";
    }
    Map<String, Integer> risks = new LinkedHashMap<>();
    int destructive = 0;
    for (JsonNode connection : plan.path("connections")) {
      for (JsonNode stage : connection.path("stages")) {
        for (JsonNode step : stage.path("steps")) {
          risks.merge(Words.of(step, "risk"), 1, Integer::sum);
          destructive += step.path("destructive").asBoolean() ? 1 : 0;
        }
      }
    }
    String counted =
        risks.entrySet().stream()
            .map(e -> e.getValue() + " " + style.risk(e.getKey()))
            .collect(joining(", "));
    return Words.count(changes, "change")
        + ": "
        + counted
        + (destructive == 0 ? "" : "; " + style.bad(destructive + " destructive"));
  }

  private static void connection(JsonNode connection, Page page) {
    if (connection.path("stages").isEmpty() && connection.path("blockers").isEmpty()) {
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
    for (JsonNode blocker : connection.path("blockers")) {
      finding(blocker, page.in());
    }
    for (JsonNode stage : connection.path("stages")) {
      page.gap();
      page.in()
          .line(
              page.style()
                  .dim(
                      stage.path("transactional").asBoolean()
                          ? "in one transaction"
                          : "outside a transaction"));
      for (JsonNode step : stage.path("steps")) {
        StepLines.write(step, page.in());
      }
    }
  }

  /** Writes one finding with its remedy. */
  static void finding(JsonNode finding, Page page) {
    Style style = page.style();
    page.line(
        style.warning("!")
            + " "
            + style.risk(Words.of(finding, "risk"))
            + ": "
            + Words.of(finding, "message")
            + style.dim(
                " [" + Words.of(finding, "rule") + ", " + Words.of(finding, "object") + "]"));
    String remedy = Words.of(finding, "remedy");
    if (!remedy.isEmpty()) {
      page.in().line("remedy: " + remedy);
    }
  }
}
