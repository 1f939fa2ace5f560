package dev.releaseledger.domain.lint;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.rule.RuleCatalog;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import java.util.List;
import java.util.stream.Stream;

/** One statement sets NOT NULL and drops the check that would have proved it. */
final class ProofDroppedTooSoon {

  private ProofDroppedTooSoon() {}

  static boolean in(List<Operation> operations, Context context) {
    boolean dropsProof =
        operations.stream()
            .anyMatch(it ->
                it instanceof Operation.Drop(Constraint gone, _, _)
                    && gone.validated()
                    && gone.definition().endsWith(" IS NOT NULL))"));
    return dropsProof && columns(operations).anyMatch(context::provesNotNull);
  }

  static List<Finding> finding(List<Operation> operations) {
    return columns(operations)
        .map(column ->
            RuleCatalog.MERGED_NOT_NULL_PROOF.finding(
                column.id().label(),
                column.id().label()
                    + " loses the check that proves it has no NULL in the statement that needs the"
                    + " proof, so every row is read while readers and writers wait",
                "Drop the check in a statement of its own, after SET NOT NULL."))
        .toList();
  }

  private static Stream<Column> columns(List<Operation> operations) {
    return operations.stream()
        .filter(Operation.SetNotNull.class::isInstance)
        .map(it -> ((Operation.SetNotNull) it).column());
  }
}
