package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.AddedColumn;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A column comes whose expression is computed for every row and stored. */
final class AddStoredColumn extends StepRule {

  AddStoredColumn() {
    super("add-stored-column", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Column it, boolean rebuilt, _)
            && !rebuilt
            && context.hasRows(it.table())
            && AddedColumn.of(it, context) == AddedColumn.STORED
        ? notice(
            it.id(),
            "is computed for every row and stored, which rewrites the table and its indexes while"
                + " readers and writers wait",
            context.version() >= 18
                ? "Declare it VIRTUAL: it is then computed when it is read, and nothing is written."
                : "Add a plain column that a trigger keeps, and fill old rows in batches;"
                    + " PostgreSQL 18 has VIRTUAL columns.")
        : List.of();
  }
}
