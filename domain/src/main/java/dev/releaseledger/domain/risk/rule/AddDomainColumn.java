package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.AddedColumn;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A column comes whose domain has to accept the value in every row. */
final class AddDomainColumn extends StepRule {

  AddDomainColumn() {
    super("add-domain-column", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Column it, _, _)
            && context.hasRows(it.table())
            && AddedColumn.of(it, context) == AddedColumn.CHECKED_DOMAIN
        ? notice(
            it.id(),
            "is of the domain "
                + it.type()
                + ", which refuses some values, so the table and its indexes are written anew"
                + " while readers and writers wait, even where every value is NULL",
            "Declare the column with the type under the domain and a CHECK of its own.")
        : List.of();
  }
}
