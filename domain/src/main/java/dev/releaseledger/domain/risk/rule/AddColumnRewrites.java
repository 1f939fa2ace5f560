package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.AddedColumn;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A column comes whose default is computed for every row. */
final class AddColumnRewrites extends StepRule {

  AddColumnRewrites() {
    super("add-column-rewrites", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Column it, _, _)
            && context.hasRows(it.table())
            && AddedColumn.of(it, context) == AddedColumn.DEFAULT_PER_ROW
        ? notice(
            it.id(),
            "gets a value of its own in every row, which rewrites the table and its indexes"
                + " while readers and writers wait",
            "Add the column without the default, set the default in a second statement, and fill"
                + " old rows in batches.")
        : List.of();
  }
}
