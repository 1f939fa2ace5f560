package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.Way;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import java.util.List;

/** A primary key or unique constraint builds its index on a table with rows. */
final class AddUnique extends StepRule {

  AddUnique() {
    super("add-unique", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Constraint it, _, Way way)
            && way == Way.AT_ONCE
            && (it.type() == ConstraintType.PRIMARY_KEY || it.type() == ConstraintType.UNIQUE)
            && !context.after().isPartitioned(it.table())
            && context.hasRows(it.table())
        ? notice(
            it.id(),
            "builds its index while readers and writers wait, and fails on duplicates",
            "Look for duplicates; build a unique index CONCURRENTLY, and make the key from that.")
        : List.of();
  }
}
