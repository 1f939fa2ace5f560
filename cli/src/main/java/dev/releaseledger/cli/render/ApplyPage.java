package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes how an apply ended; the release it made stands on a line of its own for scripts. */
public final class ApplyPage {

  private ApplyPage() {}

  /** Writes the answer to an apply or a resume. */
  public static void write(JsonNode answer, Page page) {
    JsonNode rollout = answer.path("rollout");
    switch (Words.of(answer, "outcome")) {
      case "dry_run" -> dryRun(answer, page);
      case "nothing_to_do" -> {
        page.line(page.style().good("Nothing to do") + ": the schema is as declared.");
        release(answer, page);
      }
      case "applied" -> {
        page.line(page.style().good("Applied") + applied(rollout));
        release(answer, page);
      }
      case "waiting_for_approval" -> waiting(answer, page);
      case "applying" -> {
        page.line("Applying" + applied(rollout));
        page.line("Follow it with: ledgerctl rollout show " + Words.of(rollout, "id"));
      }
      case "drifted" -> {
        RolloutPage.write(rollout, page);
        page.line(
            "The database is not what was declared, so there is no release. See how it differs:");
        page.in()
            .line(
                "ledgerctl drift show --project "
                    + Words.of(rollout, "project")
                    + " --env "
                    + Words.of(rollout, "environment"));
      }
      default -> RolloutPage.write(rollout, page);
    }
  }

  private static void dryRun(JsonNode answer, Page page) {
    PlanPage.write(answer.path("plan"), page);
    page.gap();
    page.line("Dry run: nothing was changed.");
  }

  private static String applied(JsonNode rollout) {
    return !rollout.isObject()
        ? "."
        : " "
            + Words.count(rollout.path("progress").path("total").asInt(), "step")
            + " to "
            + Words.place(rollout)
            + " at "
            + Words.shortRef(rollout, "ref")
            + " (rollout "
            + Words.of(rollout, "id")
            + ").";
  }

  private static void release(JsonNode answer, Page page) {
    String release = Words.of(answer, "releaseId");
    if (!release.isEmpty()) {
      page.line(
          "releaseId: "
              + release
              + (answer.path("reused").asBoolean() ? page.style().dim(" (reused)") : ""));
    }
  }

  private static void waiting(JsonNode answer, Page page) {
    JsonNode rollout = answer.path("rollout");
    Style style = page.style();
    String digest = Words.of(rollout, "planDigest");
    String id = Words.of(rollout, "id");
    page.line(
        style.warning("Waiting for approval")
            + ": "
            + Words.place(rollout)
            + " at "
            + Words.shortRef(rollout, "ref"));
    new Fields()
        .with("rollout", id)
        .with("digest", digest)
        .with("approvals", RolloutPage.approvals(rollout))
        .with("requested by", Words.of(rollout, "requestedBy"))
        .write(page.in());
    page.line("Somebody else reviews it with `ledgerctl rollout show " + id + "` and approves it:");
    page.in().line(style.bold("ledgerctl rollout approve " + id + " --digest " + digest));
    page.line("Then the same apply goes through.");
  }
}
