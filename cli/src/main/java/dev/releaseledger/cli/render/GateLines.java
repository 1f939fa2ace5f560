package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Writes gates: through which a plan is and why, and what gets it through the others. */
final class GateLines {
  // What it says of a rollout that is over is what was judged when it ran.
  private static final Set<String> OPEN = Set.of("proposed", "deferred", "approved", "scheduled");

  private GateLines() {}

  /** Writes every gate of a rollout. */
  static void write(JsonNode rollout, Page page) {
    JsonNode gates = rollout.path("gates");
    if (gates.isEmpty()) {
      return;
    }
    Style style = page.style();
    boolean open = OPEN.contains(Words.of(rollout, "status"));
    page.gap();
    page.line(style.bold(open ? "gates" : "gates when it ran"));
    for (JsonNode gate : gates) {
      boolean met = gate.path("met").asBoolean();
      // Only an emergency lets a plan run that is not through.
      String unmet = open ? style.bad("not met") : style.warning("passed over");
      gate(gate, met ? style.good("met") : unmet, page.in());
    }
  }

  /** Writes the gates that a plan is not through, but for some. */
  static void unmet(JsonNode gates, Set<String> but, Page page) {
    for (JsonNode gate : gates) {
      if (!gate.path("met").asBoolean() && !but.contains(Words.of(gate, "name"))) {
        gate(gate, page.style().bad("not met"), page);
      }
    }
  }

  private static void gate(JsonNode gate, String state, Page page) {
    String remedy = Words.of(gate, "remedy");
    String problem = Words.of(gate, "problem");
    page.line(state + "  " + Words.of(gate, "name") + ": " + Words.of(gate, "why"));
    page.in()
        .line(remedy.isEmpty() ? "" : "remedy: " + remedy)
        .line(problem.isEmpty() ? "" : page.style().dim("see: docs/problems/" + problem + ".md"));
  }
}
