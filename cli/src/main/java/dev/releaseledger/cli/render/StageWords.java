package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Says how a stage of a plan runs, and what becomes of it when it fails. */
final class StageWords {

  private StageWords() {}

  static String of(JsonNode stage) {
    return (stage.path("transactional").asBoolean()
            ? "in one transaction"
            : "outside a transaction")
        + takenBack(stage);
  }

  private static String takenBack(JsonNode stage) {
    List<String> steps = new ArrayList<>();
    stage.path("takesBack").forEach(step -> steps.add(step.asText()));
    return switch (steps.size()) {
      case 0 -> "";
      case 1 -> "; if it fails, step " + steps.getFirst() + " is taken back";
      default -> "; if it fails, steps " + String.join(", ", steps) + " are taken back";
    };
  }
}
