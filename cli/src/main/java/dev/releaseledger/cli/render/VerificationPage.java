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
    page.line(outcome(report.path("outcome").asText(), report.path("about").asText("")));
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

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
