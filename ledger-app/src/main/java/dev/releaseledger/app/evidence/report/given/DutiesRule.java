package dev.releaseledger.app.evidence.report.given;

import dev.releaseledger.app.evidence.report.page.Text;
import java.util.Arrays;
import java.util.List;

/** The rule about the separation of duties in a sentence: docs/policies.md has the words. */
public final class DutiesRule {

  private DutiesRule() {}

  /** What nobody may do, or that nothing is kept apart. */
  public static Text of(String rule) {
    List<Text> sentences =
        Arrays.stream(rule.split(","))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .map(DutiesRule::sentence)
            .toList();
    return Text.lines(sentences);
  }

  private static Text sentence(String word) {
    return switch (word) {
      case "none" -> Text.of("the policy keeps no duties apart");
      case "requester_approves" -> kept(word, "approves a plan that they asked for");
      case "author_approves" -> kept(word, "approves a plan that they wrote some of");
      case "approver_applies" -> kept(word, "applies a plan that they approved");
      case "requester_applies" -> kept(word, "applies a plan that they asked for");
      case "author_applies" -> kept(word, "applies a plan that they wrote some of");
      default -> Text.code(word);
    };
  }

  private static Text kept(String word, String what) {
    return Text.of("nobody " + what + " (").and(Text.code(word)).and(")");
  }
}
