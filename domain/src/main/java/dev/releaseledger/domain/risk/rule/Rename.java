package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.ObjectId;
import java.util.List;

/** Something gets another name, and whoever uses the old one fails. */
final class Rename extends StepRule {

  Rename() {
    super("rename", Risk.BREAKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Rename(ObjectId object, ObjectId former, String part)
            && (part != null || isCalledByName(former))
        ? notice(
            former,
            part == null
                ? "becomes " + object.identity() + ", and programs that use the old name break"
                : "has " + part + " from now on, and programs that use the old name break",
            "Release the programs that use the new name at the same moment, or offer both names"
                + " for a while (a view).")
        : List.of();
  }

  /** Queries do not name indexes, constraints and triggers. */
  private static boolean isCalledByName(ObjectId object) {
    return switch (object.kind()) {
      case INDEX, CONSTRAINT, TRIGGER, POLICY, RULE, STATISTICS -> false;
      default -> true;
    };
  }
}
