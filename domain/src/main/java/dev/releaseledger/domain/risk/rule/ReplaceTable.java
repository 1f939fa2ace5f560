package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Table;
import java.util.List;

/** A table becomes one of another sort, and its rows are lost. */
final class ReplaceTable extends StepRule {

  ReplaceTable() {
    super("replace-table", Risk.BREAKING, Force.NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Drop(Table it, boolean rebuilt, _)
            && rebuilt
            && it.foreign() == null
            && it.partitionKey() == null
        ? notice(
            it.id(),
            "is dropped and made anew, and its rows are lost",
            "Declare the new table under another name, copy the rows, and drop this one later.")
        : List.of();
  }
}
