package dev.releaseledger.domain.policy.contract;

import dev.releaseledger.domain.document.Choice;

/** The ways in which a declared table and that of a database differ. */
public enum ChangeType implements Choice {
  RESERVED_COLUMN,
  ADD_COLUMN,
  DROP_COLUMN,
  COLUMN_CASE_CHANGE,
  TYPE_WIDEN,
  TYPE_CHANGE,
  ADD_GENERATED_COLUMN,
  MAP_TO_GENERATED_COLUMN,
  GENERATED_COLUMN_CONFLICT,
  PROTECTED_COLUMN_TYPE_CHANGE,
  NULLABILITY_RELAX,
  NULLABILITY_TIGHTEN,
  COLLATION_CHANGE;

  /** Whether it changes which columns there are, or what they take, apart from their types. */
  boolean isPhysical() {
    return switch (this) {
      case ADD_COLUMN,
          ADD_GENERATED_COLUMN,
          COLLATION_CHANGE,
          NULLABILITY_RELAX,
          NULLABILITY_TIGHTEN ->
          true;
      default -> false;
    };
  }

  boolean isOfType() {
    return switch (this) {
      case ADD_GENERATED_COLUMN, MAP_TO_GENERATED_COLUMN, TYPE_WIDEN, TYPE_CHANGE -> true;
      default -> false;
    };
  }

  /** Whether it works on the table in place, and so takes longer the larger the table is. */
  boolean isInline() {
    return switch (this) {
      case ADD_COLUMN, ADD_GENERATED_COLUMN, NULLABILITY_RELAX, TYPE_WIDEN -> true;
      default -> false;
    };
  }
}
