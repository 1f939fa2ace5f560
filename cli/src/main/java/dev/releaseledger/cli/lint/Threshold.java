package dev.releaseledger.cli.lint;

import com.fasterxml.jackson.databind.JsonNode;

/** The risks of findings, from least to worst. */
enum Threshold {
  metadata_only,
  low_lock,
  blocking,
  breaking,
  unsupported;

  /** Returns whether a finding of the answer is of this risk or a worse one. */
  boolean isReachedBy(JsonNode lint) {
    for (JsonNode statement : lint.path("statements")) {
      for (JsonNode finding : statement.path("findings")) {
        if (rank(finding.path("risk").asText()) >= ordinal()) {
          return true;
        }
      }
    }
    return false;
  }

  /** A risk that a newer service knows is taken for the worst. */
  private static int rank(String risk) {
    for (Threshold known : values()) {
      if (known.name().equals(risk)) {
        return known.ordinal();
      }
    }
    return values().length;
  }
}
