package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** What a verification came to, for people: a line for each check, and what they come to. */
public final class VerificationPage {

  private static final int RESULT = 9;
  private static final int CHECK = 15;

  private VerificationPage() {}

  /** Writes the page. */
  public static void write(JsonNode report, Page page) {
    for (JsonNode check : report.path("checks")) {
      page.line(
          padded(word(check.path("result").asText()), RESULT)
              + padded(check.path("check").asText(), CHECK)
              + check.path("detail").asText());
    }
    page.gap();
    String outcome = report.path("outcome").asText();
    page.line(outcome(outcome, report.path("about").asText("")));
    if (!outcome.equals("verified")) {
      page.line("  what to do: " + remedy(outcome, isOfBundle(report)));
    }
  }

  private static String word(String result) {
    return switch (result) {
      case "passed" -> "ok";
      case "failed" -> "FAILED";
      case "not-met" -> "not met";
      default -> "-";
    };
  }

  private static String outcome(String outcome, String about) {
    return switch (outcome) {
      case "verified" -> "verified: " + about;
      case "policy-not-met" ->
          "nothing is wrong, but fewer vouch for it than are demanded: " + about;
      default -> "NOT VERIFIED: do not rely on anything in it";
    };
  }

  /** Only a bundle has an archive to look at; the other report is that of the running ledger. */
  private static boolean isOfBundle(JsonNode report) {
    for (JsonNode check : report.path("checks")) {
      if (check.path("check").asText().equals("archive")) {
        return true;
      }
    }
    return false;
  }

  private static String remedy(String outcome, boolean bundle) {
    if (!bundle) {
      return "keep a copy of the database as it is now, and compare it with a backup from before;"
          + " bundles and checkpoints that others hold say until when it was right";
    }
    return outcome.equals("policy-not-met")
        ? "ask for an export that is made later, when more places hold its checkpoint; what a git"
            + " repository holds counts once you give it with --against"
        : "keep the file, and ask whoever sent it for the SHA-256 of what they exported; where that"
            + " is the same, the evidence itself is wrong";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
