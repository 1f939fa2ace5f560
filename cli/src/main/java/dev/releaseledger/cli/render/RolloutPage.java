package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

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
    Style style = page.style();
    String status = Words.of(rollout, "status");
    page.line(
        style.bold("Rollout " + Words.of(rollout, "id"))
            + " of "
            + Words.place(rollout)
            + ": "
            + style.status(status));
    new Fields()
        .with("ref", Words.of(rollout, "ref"))
        .with("digest", Words.of(rollout, "planDigest"))
        .with(
            "requested",
            Words.time(rollout, "requestedAt") + " by " + Words.of(rollout, "requestedBy"))
        .with("approvals", approvals(rollout))
        .with("marks", marks(rollout, style))
        .with("steps", progress(rollout))
        .with("reason", Words.of(rollout, "reason"))
        .with("next review", Words.time(rollout, "nextReview"))
        .with("releaseId", Words.of(rollout, "releaseId"))
        .write(page.in());
    gates(rollout.path("gates"), page);
    failure(rollout.path("failure"), page);
    statements(rollout.path("statements"), page);
    if (status.equals("proposed") && rollout.path("plan").isObject()) {
      page.gap();
      PlanPage.write(rollout.path("plan"), page);
    } else {
      VerdictLines.write(rollout.path("plan"), page);
    }
  }

  private static void gates(JsonNode gates, Page page) {
    if (gates.isEmpty()) {
      return;
    }
    Style style = page.style();
    page.gap();
    page.line(style.bold("gates"));
    for (JsonNode gate : gates) {
      boolean met = gate.path("met").asBoolean();
      page.in()
          .line(
              (met ? style.good("met") : style.bad("not met"))
                  + "  "
                  + Words.of(gate, "name")
                  + ": "
                  + Words.of(gate, "why"));
      String remedy = Words.of(gate, "remedy");
      if (!remedy.isEmpty()) {
        page.in().in().line("remedy: " + remedy);
      }
    }
  }

  /** Returns how many approvals there are, of how many, and by whom. */
  static String approvals(JsonNode rollout) {
    JsonNode approvals = rollout.path("approvals");
    String names =
        StreamSupport.stream(approvals.spliterator(), false)
            .map(approval -> Words.of(approval, "by"))
            .collect(joining(", "));
    return approvals.size()
        + " of "
        + rollout.path("approvalsRequired").asInt()
        + (names.isEmpty() ? "" : " (" + names + ")");
  }

  private static void failure(JsonNode failure, Page page) {
    if (!failure.isObject()) {
      return;
    }
    String sqlState = Words.of(failure, "sqlState");
    page.line(
        page.style().bad("failed")
            + " at step "
            + Words.of(failure, "step")
            + " of connection "
            + Words.of(failure, "connection")
            + ": "
            + Words.of(failure, "message")
            + (sqlState.isEmpty() ? "" : " (SQLSTATE " + sqlState + ")"));
    page.in().line(Words.of(failure, "sql"));
    if (failure.path("step").asInt() > 0 && failure.hasNonNull("rolledBack")) {
      page.line(left(failure.path("rolledBack").asBoolean(), failure.path("takenBack")));
    }
  }

  private static String left(boolean nothing, JsonNode takenBack) {
    if (!nothing) {
      return "Not all of it was rolled back; look at what it has left behind.";
    }
    return takenBack.isEmpty()
        ? "Its transaction was rolled back."
        : StreamSupport.stream(takenBack.spliterator(), false)
            .map(JsonNode::asText)
            .collect(
                joining(
                    ", ",
                    "It was rolled back, and what its change had done before was taken back (step ",
                    ")."));
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
          page.style().status(Words.of(statement, "status")),
          statement.hasNonNull("millis") ? Words.millis(statement.path("millis").asLong()) : "",
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
    String destructive = rollout.path("destructive").asBoolean() ? style.bad("destructive") : "";
    String forced = rollout.path("forced").asBoolean() ? style.bad("forced") : "";
    return destructive + (destructive.isEmpty() || forced.isEmpty() ? "" : ", ") + forced;
  }
}
