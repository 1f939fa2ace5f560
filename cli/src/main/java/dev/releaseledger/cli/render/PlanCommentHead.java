package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes what a comment about a plan begins with: its mark, its title, and the plan in brief. */
final class PlanCommentHead {

  private static final PlanFigures.Accents ACCENTS =
      new PlanFigures.Accents(Markdown::code, need -> "**" + need + "**", Markdown::text);

  private PlanCommentHead() {}

  /** Returns the head for a plan, or for a rollout and its plan. */
  static String of(JsonNode answer) {
    JsonNode plan = Words.planOf(answer);
    String place = Words.place(answer);
    return "<!-- release-ledger plan %s -->\n### Plan for %s to %s\n\n%s%s\nDigest %s\n"
        .formatted(
            place,
            Markdown.code(place),
            Markdown.code(Words.ref(plan)),
            brief(plan),
            rollout(answer),
            Markdown.code(Words.of(plan, "digest")));
  }

  private static String rollout(JsonNode answer) {
    return answer.has("planDigest")
        ? "- rollout %s is **%s**, approvals %s\n"
            .formatted(
                Markdown.code(Words.of(answer, "id")),
                Words.of(answer, "status"),
                Markdown.text(ApprovalLines.summary(answer)))
        : "";
  }

  private static String brief(JsonNode plan) {
    if (plan.path("blocked").asBoolean()) {
      return "**Blocked**: this plan cannot be applied as it is.\n";
    }
    if (plan.path("changes").asInt() == 0) {
      return "**Nothing to do**: the schema is as declared.\n";
    }
    return PlanFigures.of(plan).sentences(ACCENTS).stream()
        .map(sentence -> "- " + sentence + "\n")
        .collect(joining());
  }
}
