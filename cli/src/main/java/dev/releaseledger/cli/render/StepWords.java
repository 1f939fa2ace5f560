package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a step does besides locking, in the words that every format uses. */
final class StepWords {

  private StepWords() {}

  /** Returns what it writes anew and what it reads whole: measured by name, else as expected. */
  static String work(JsonNode step) {
    JsonNode measured = step.path("measured");
    if (measured.isObject()) {
      String rewrites = Words.list(measured.path("rewrites"));
      String scans = Words.list(measured.path("scans"));
      return Words.sentence(
          rewrites.isEmpty() ? "" : "rewrites " + rewrites,
          scans.isEmpty() ? "" : "scans " + scans);
    }
    return Words.sentence(
        step.path("rewrites").asBoolean() ? "rewrites the table" : "",
        step.path("scans").asBoolean() ? "scans the table" : "");
  }

  /** Returns how long it took in rehearsal; empty when there was none. */
  static String rehearsed(JsonNode step) {
    JsonNode millis = step.path("measured").path("millis");
    return millis.isNumber() ? Words.millis(millis.asLong()) : "";
  }

  /** Returns the checks of the target's rows that concern a step. */
  static String checks(JsonNode step, JsonNode connection) {
    List<String> its = new ArrayList<>();
    for (JsonNode check : connection.path("preflight").path("checks")) {
      if (check.path("step").asInt() == step.path("number").asInt()) {
        its.add(check(check));
      }
    }
    return String.join("\n", its);
  }

  /** Returns what the rehearsal says of the undo; empty when there was none. */
  static String mark(JsonNode step) {
    String reason = Words.of(step, "undoReason");
    String why = reason.isEmpty() ? "" : ": " + reason;
    return switch (Words.of(step, "undoMark")) {
      case "reversible" -> "reversible: it was run, and led back";
      case "reversible_with_data_loss" -> "reversible with data loss" + why;
      case "irreversible" -> "irreversible" + why;
      default -> "";
    };
  }

  private static String check(JsonNode check) {
    String question = Words.of(check, "question");
    String unfinished = Words.of(check, "unfinished");
    String which = question.replaceFirst("^rows?\\b\\s*", "");
    if (!unfinished.isEmpty()) {
      return "unknown how many " + which + ": " + unfinished;
    }
    long rows = check.path("rows").asLong();
    String precision =
        check.path("about").asBoolean()
            ? "about "
            : check.path("atLeast").asBoolean() ? "at least " : "";
    String keys = Words.list(check.path("sampleKeys"));
    return (rows == 0 ? "no rows " : precision + Words.rows(rows) + " ")
        + which
        + (keys.isEmpty() ? "" : ", such as " + keys);
  }
}
