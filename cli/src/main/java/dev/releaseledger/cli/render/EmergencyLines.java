package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes why a rollout went past its gates, and what somebody else said to that. */
final class EmergencyLines {

  private EmergencyLines() {}

  /** Writes an emergency; nothing where none was declared. */
  static void write(JsonNode emergency, Page page) {
    if (!emergency.isObject()) {
      return;
    }
    page.gap();
    page.line(page.style().warning("emergency") + ": " + Words.of(emergency, "reason"));
    new Fields()
        .with("declared", Words.time(emergency, "at") + " by " + Words.of(emergency, "by"))
        .with("review", review(emergency, page.style()))
        .write(page.in());
  }

  private static String review(JsonNode emergency, Style style) {
    if (!emergency.hasNonNull("justified")) {
      return style.warning("due " + Words.time(emergency, "reviewDue"));
    }
    return (emergency.path("justified").asBoolean()
            ? style.good("justified")
            : style.bad("not justified"))
        + ", says "
        + Words.of(emergency, "reviewedBy")
        + ": "
        + Words.of(emergency, "review");
  }
}
