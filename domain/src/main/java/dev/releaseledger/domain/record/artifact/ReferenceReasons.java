package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.policy.contract.Verdict;
import org.jspecify.annotations.Nullable;

/** The sentences that are a part of the ids by which others know a change. */
final class ReferenceReasons {

  private ReferenceReasons() {}

  /**
   * The sentence for a change of a column, or null for what others have no id for.
   *
   * @param newColumn the column that takes the values in place of this one, if any does
   */
  static @Nullable String of(Verdict verdict, String newColumn) {
    return switch (verdict.change()) {
      case "reserved_column" -> "__dpone__* is reserved for framework-generated columns";
      case "add_column" -> "source column missing in target";
      case "drop_column" -> "target column missing in source";
      case "column_case_change" ->
          "case-only identifier changes require an explicit schema-identity contract";
      case "type_widen" ->
          verdict.risk() == Risk.BREAKING && verdict.reason().contains("NOT NULL")
              ? "type can widen, but requested nullability tightening requires approval"
              : "type differs but can be widened";
      case "type_change" -> "type differs and is not a safe widening";
      case "add_generated_column" ->
          "incompatible type change is routed to generated compatibility column";
      case "map_to_generated_column" -> "existing generated column will receive source values";
      case "generated_column_conflict" ->
          "generated column " + newColumn + " already exists with incompatible type";
      case "protected_column_type_change" ->
          "key/authority columns cannot route to a generated compatibility column without an"
              + " explicit authority-transfer contract";
      case "nullability_relax" -> "target NOT NULL must be relaxed for nullable source values";
      case "nullability_tighten" ->
          "requested NOT NULL tightening requires validated data and explicit approval";
      case "collation_change" -> "requested collation differs from the observed target collation";
      default -> null;
    };
  }
}
