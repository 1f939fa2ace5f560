package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A plain column becomes a generated one, and its values are lost. */
final class ReplaceColumn extends StepRule {

  ReplaceColumn() {
    super("replace-column", Risk.BREAKING, Force.NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Drop(Column it, boolean rebuilt, _)
            && rebuilt
            && it.generated() == null
        ? notice(
            it.id(),
            "becomes a generated column, and the values in it are lost",
            "Add the generated column under another name, and drop this one later.")
        : List.of();
  }
}
