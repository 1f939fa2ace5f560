package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import java.util.List;

/** A type that cannot change in place is made anew, and the columns of it are written anew. */
final class ReplaceType extends StepRule {

  ReplaceType() {
    super("replace-type", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.ConvertColumn it && context.hasRows(it.column().table())
        ? notice(
            it.object(),
            "moves over to a new "
                + it.target().id().label()
                + ", which rewrites the table while readers and writers wait",
            "Add a column of a type with another name, fill it in batches, and switch over.")
        : List.of();
  }
}
