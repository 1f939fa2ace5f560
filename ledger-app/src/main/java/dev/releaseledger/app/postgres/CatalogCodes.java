package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.TriggerState;

/** Translates what the catalog abbreviates. */
final class CatalogCodes {

  private CatalogCodes() {}

  static ConstraintType constraintType(String code) {
    return switch (code) {
      case "p" -> ConstraintType.PRIMARY_KEY;
      case "u" -> ConstraintType.UNIQUE;
      case "f" -> ConstraintType.FOREIGN_KEY;
      case "x" -> ConstraintType.EXCLUSION;
      case "c" -> ConstraintType.CHECK;
      default -> throw new IllegalArgumentException("not a known kind of constraint: " + code);
    };
  }

  static TriggerState triggerState(String code) {
    return switch (code) {
      case "O" -> TriggerState.ENABLED;
      case "D" -> TriggerState.DISABLED;
      case "R" -> TriggerState.REPLICA;
      case "A" -> TriggerState.ALWAYS;
      default -> throw new IllegalArgumentException("not a known state of a trigger: " + code);
    };
  }

  /** A query without the semicolon the server ends it with. */
  static String query(String definition) {
    String query = definition.strip();
    return query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
  }
}
