package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.AddedColumn;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A column comes that numbers the rows that are there. */
final class AddIdentityColumn extends StepRule {

  AddIdentityColumn() {
    super("add-identity-column", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Column it, _, _)
            && context.hasRows(it.table())
            && AddedColumn.of(it, context) == AddedColumn.IDENTITY
        ? notice(
            it.id(),
            "numbers every row that is there, which rewrites the table and its indexes while"
                + " readers and writers wait",
            "Add a plain column, fill it in batches, set NOT NULL, and make it an identity column"
                + " in a later release.")
        : List.of();
  }
}
