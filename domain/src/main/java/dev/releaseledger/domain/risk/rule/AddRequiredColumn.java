package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import java.util.List;

/** A column that has to have a value, and no way to get one, comes to a table in use. */
final class AddRequiredColumn extends StepRule {

  AddRequiredColumn() {
    super("add-required-column", Risk.BREAKING, Force.NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Column it, _, _)
            && context.inUse(it.table())
            && it.notNull()
            && it.defaultValue() == null
            && it.identity() == null
            && it.generated() == null
        ? notice(
            it.id(),
            "is NOT NULL without default, which fails when the table has rows",
            "Declare a default, or add it nullable, fill it, and set NOT NULL later.")
        : List.of();
  }
}
