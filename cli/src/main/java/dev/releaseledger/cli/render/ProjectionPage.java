package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes how projections are doing. */
public final class ProjectionPage {

  private ProjectionPage() {}

  /** Writes how far each is, and how it was last rebuilt and verified. */
  public static void list(JsonNode projections, Page page) {
    Table table = Table.of("PROJECTION", "AT", "BEHIND", "REBUILT", "", "VERIFIED", "");
    for (JsonNode projection : projections.path("items")) {
      JsonNode rebuild = projection.path("rebuild");
      JsonNode verification = projection.path("verification");
      table.row(
          Words.of(projection, "name"),
          "#" + Words.of(projection, "position"),
          projection.path("behind").asLong() == 0 ? "" : Words.of(projection, "behind"),
          Words.time(rebuild, "changedAt"),
          rebuilt(rebuild),
          Words.time(verification, "changedAt"),
          Words.of(verification, "state"));
    }
    table.write(page, "There are no projections.");
  }

  private static String rebuilt(JsonNode rebuild) {
    String state = Words.of(rebuild, "state");
    return switch (state) {
      case "running", "interrupted" ->
          "%s at %s of %s%s"
              .formatted(
                  state,
                  Words.of(rebuild, "position"),
                  Words.of(rebuild, "target"),
                  rebuild.hasNonNull("failure") ? ": " + Words.line(rebuild, "failure") : "");
      case "failed" -> "failed: " + Words.line(rebuild, "failure");
      default -> state;
    };
  }

  /** Writes which projections were rebuilt. */
  public static void rebuilt(JsonNode projections, Page page) {
    List<String> done = new ArrayList<>();
    for (JsonNode projection : projections.path("items")) {
      JsonNode rebuild = projection.path("rebuild");
      if (Words.of(rebuild, "state").equals("done")) {
        done.add(Words.of(projection, "name"));
      } else {
        page.line(
            page.style().warning("Not rebuilt")
                + ": "
                + Words.of(projection, "name")
                + ", "
                + rebuilt(rebuild));
      }
    }
    if (!done.isEmpty()) {
      page.line("Rebuilt: " + String.join(", ", done) + ".");
    }
  }

  /** Writes whether projections are what the events make of them. */
  public static void verified(JsonNode projections, Page page) {
    Table table = Table.of("PROJECTION", "AT", "ROWS", "MISSING", "NOT IN THE EVENTS", "");
    for (JsonNode projection : projections.path("items")) {
      JsonNode found = projection.path("verification");
      String state = Words.of(found, "state");
      boolean compared = state.equals("same") || state.equals("differs");
      table.row(
          Words.of(projection, "name"),
          compared ? "#" + Words.of(found, "position") : "",
          compared ? Words.of(found, "rows") : "",
          compared ? Words.of(found, "missing") : "",
          compared ? Words.of(found, "extra") : "",
          found.hasNonNull("failure") ? state + ": " + Words.line(found, "failure") : state);
    }
    table.write(page, "There are no projections.");
    for (JsonNode projection : projections.path("items")) {
      for (JsonNode sample : projection.path("verification").path("samples")) {
        page.in().line(sample.asText());
      }
    }
    page.gap().line(verdict(projections, page));
  }

  private static String verdict(JsonNode projections, Page page) {
    Set<String> states = new TreeSet<>();
    for (JsonNode projection : projections.path("items")) {
      states.add(Words.of(projection.path("verification"), "state"));
    }
    if (states.contains("differs")) {
      return page.style().warning("Not what the events make of it")
          + "; `ledgerctl projection rebuild NAME` makes a projection anew.";
    }
    return states.equals(Set.of("same"))
        ? "Every projection is what the events make of it."
        : page.style().warning("Not every projection was compared")
            + "; nothing is known to differ.";
  }
}
