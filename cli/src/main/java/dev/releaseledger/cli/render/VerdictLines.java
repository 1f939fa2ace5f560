package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes what the environment's contract says to the changes of a plan. */
final class VerdictLines {

  private VerdictLines() {}

  static void write(JsonNode plan, Page page) {
    JsonNode verdicts = plan.path("verdicts");
    if (verdicts.isEmpty()) {
      return;
    }
    Style style = page.style();
    page.gap();
    page.line(
        style.bold("contract")
            + style.dim("  policy " + Words.shortDigest(Words.of(plan, "policy"))));
    int within = 0;
    for (JsonNode verdict : verdicts) {
      if (Words.of(verdict, "blocker").isEmpty()) {
        within++;
      } else {
        stopped(verdict, page.in());
      }
    }
    if (within > 0) {
      page.in().line("%s within the contract".formatted(Words.count(within, "change")));
    }
  }

  private static void stopped(JsonNode verdict, Page page) {
    Style style = page.style();
    page.line(
        style.warning("!")
            + " "
            + Words.of(verdict, "decision").replace('_', ' ')
            + ": "
            + Words.of(verdict, "subject")
            + ", "
            + Words.of(verdict, "reason")
            + style.dim(" [" + Words.of(verdict, "blocker") + "]"));
  }
}
