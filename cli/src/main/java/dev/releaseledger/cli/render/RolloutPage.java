package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes rollouts: one with all there is to know, or many as a table. */
public final class RolloutPage {

  private RolloutPage() {}

  /** Writes rollouts, newest first. */
  public static void list(JsonNode rollouts, Page page) {
    Table table =
        Table.of("ROLLOUT", "ENVIRONMENT", "STATUS", "REF", "STEPS", "REQUESTED", "BY", "");
    for (JsonNode rollout : rollouts.path("items")) {
      table.row(
          Words.of(rollout, "id"),
          Words.place(rollout),
          page.style().status(Words.of(rollout, "status")),
          Words.shortRef(rollout, "ref"),
          progress(rollout),
          Words.time(rollout, "requestedAt"),
          Words.of(rollout, "requestedBy"),
          marks(rollout, page.style()));
    }
    table.write(page, "No rollouts.");
  }

  /** Writes a rollout with its statements and, while it waits for somebody, its plan. */
  public static void write(JsonNode rollout, Page page) {
    standing(rollout, page);
    FailureLines.write(rollout.path("failure"), page);
    statements(rollout.path("statements"), page);
    if (Words.of(rollout, "status").equals("proposed") && rollout.path("plan").isObject()) {
      page.gap();
      PlanPage.write(rollout.path("plan"), page);
    } else {
      VerdictLines.write(rollout.path("plan"), page);
    }
  }

  /** Writes where a rollout stands: what was decided and recorded, and what is still missing. */
  public static void standing(JsonNode rollout, Page page) {
    Style style = page.style();
    page.line(
        style.bold("Rollout " + Words.of(rollout, "id"))
            + " of "
            + Words.place(rollout)
            + ": "
            + style.status(Words.of(rollout, "status")));
    new Fields()
        .with("ref", Words.of(rollout, "ref"))
        .with("digest", Words.of(rollout, "planDigest"))
        .with("policy", policy(rollout))
        .with(
            "requested",
            Words.time(rollout, "requestedAt") + " by " + Words.of(rollout, "requestedBy"))
        .with("approvals", ApprovalLines.summary(rollout))
        .with("marks", losses(rollout, style))
        .with("steps", progress(rollout))
        .with("reason", Words.of(rollout, "reason"))
        .with(Words.of(rollout, "status"), Words.of(rollout, "statusReason"))
        .with("next review", Words.time(rollout, "nextReview"))
        .with("runs at", Words.time(rollout, "applyAt"))
        .with("backfill", Words.of(rollout, "backfill"))
        .with("releaseId", Words.of(rollout, "releaseId"))
        .write(page.in());
    ObligationLines.write(rollout, page);
    EmergencyLines.write(rollout.path("records").path("emergency"), page);
    ApprovalLines.write(rollout.path("approvals"), page);
    RecordLines.write(rollout.path("records"), page);
    GateLines.write(rollout, page);
  }

  private static void statements(JsonNode statements, Page page) {
    if (statements.isEmpty()) {
      return;
    }
    page.gap();
    Table table = Table.of("CONNECTION", "STEP", "WHAT", "STATUS", "TOOK", "AT");
    for (JsonNode statement : statements) {
      table.row(
          Words.of(statement, "connection"),
          Words.of(statement, "number"),
          Words.of(statement, "summary"),
          page.style().status(Words.of(statement, "status").replace('_', ' ')),
          statement.hasNonNull("millis")
              ? Words.millis(statement.path("millis").asLong())
              : "found done",
          Words.time(statement, "at"));
    }
    table.write(page, "");
  }

  private static String progress(JsonNode rollout) {
    JsonNode progress = rollout.path("progress");
    return progress.isObject()
        ? progress.path("done").asInt() + "/" + progress.path("total").asInt()
        : "";
  }

  private static String marks(JsonNode rollout, Style style) {
    String runs = Words.time(rollout, "applyAt");
    String review = Words.time(rollout, "reviewDue");
    return Words.sentence(
        losses(rollout, style),
        runs.isEmpty() ? "" : "runs at " + runs,
        review.isEmpty() ? "" : style.warning("review due " + review));
  }

  private static String losses(JsonNode rollout, Style style) {
    return Words.sentence(
        rollout.path("destructive").asBoolean() ? style.bad("destructive") : "",
        rollout.path("forced").asBoolean() ? style.bad("forced") : "");
  }

  private static String policy(JsonNode rollout) {
    String version = Words.of(rollout, "policyVersion");
    return version.isEmpty() ? "" : "version " + version;
  }
}
