package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Writes how an apply ended; the release it made stands on a line of its own for scripts. */
public final class ApplyPage {

  // How many approvals are missing is told before.
  private static final Set<String> COUNTED = Set.of("approvals");

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
        ObligationLines.write(rollout, page);
      }
      case "waiting_for_approval" -> waiting(answer, page);
      case "scheduled" -> {
        page.line(
            page.style().good("Scheduled")
                + " for "
                + Words.time(rollout, "applyAt")
                + ": "
                + place(rollout));
        page.line(
            "Until then: ledgerctl rollout unschedule "
                + Words.of(rollout, "id")
                + " --reason TEXT");
      }
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
            + place(rollout)
            + ".";
  }

  private static String place(JsonNode rollout) {
    return Words.place(rollout)
        + " at "
        + Words.shortRef(rollout, "ref")
        + " (rollout "
        + Words.of(rollout, "id")
        + ")";
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
        .with("approvals", ApprovalLines.summary(rollout))
        .with("requested by", Words.of(rollout, "requestedBy"))
        .write(page.in());
    Page others = new Page(style);
    GateLines.unmet(rollout.path("gates"), COUNTED, others);
    if (!others.text().isEmpty()) {
      page.line("Something else is missing as well:");
      page.in().line(others.text());
    }
    page.line("Somebody else reviews it with `ledgerctl rollout show " + id + "` and approves it:");
    page.in().line(style.bold("ledgerctl rollout approve " + id + " --digest " + digest));
    page.line(
        others.text().isEmpty()
            ? "Then the same apply goes through."
            : "Once nothing is missing the same apply goes through.");
  }
}
