package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** Writes what somebody still has to do about changes that have run. */
final class ObligationLines {

  private ObligationLines() {}

  /** Writes what a rollout leaves to do, and the commands that do it. */
  static void write(JsonNode rollout, Page page) {
    Style style = page.style();
    String id = Words.of(rollout, "id");
    if (Words.of(rollout, "status").equals("backfill-pending")) {
      page.line(style.warning("Still to be filled in") + ": " + Words.of(rollout, "backfill"));
      page.in().line("ledgerctl rollout backfill " + id + " --validated");
    }
    if (rollout.hasNonNull("reviewDue")) {
      page.line(
          style.warning("Still to be reviewed by somebody else")
              + ", until "
              + Words.time(rollout, "reviewDue"));
      page.in()
          .line("ledgerctl rollout review " + id + " --justified|--not-justified --reason TEXT");
    }
  }

  /** Returns what an environment leaves to do, one a line, the lines led by its place. */
  static String of(JsonNode environment, String place, Style style) {
    return StreamSupport.stream(environment.path("obligations").spliterator(), false)
        .map(obligation -> style.warning(place + sentence(obligation)))
        .collect(joining("\n"));
  }

  private static String sentence(JsonNode obligation) {
    String due = Words.time(obligation, "due");
    return Words.of(obligation, "what")
        + (due.isEmpty() ? "" : ", due " + due)
        + " (rollout "
        + Words.of(obligation, "rollout")
        + ")";
  }
}
