package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.cost.Definitions;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import java.util.List;

/** A new table points to one in use, whose writers wait meanwhile. */
final class ReferencesTableInUse extends StepRule {

  ReferencesTableInUse() {
    super("references-table-in-use", Risk.METADATA_ONLY, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Constraint it, _, _)
            && it.type() == ConstraintType.FOREIGN_KEY
            && !context.inUse(it.table())
            && context.inUse(Definitions.referencedTable(it.definition()))
        ? notice(
            it.id(),
            "takes SHARE ROW EXCLUSIVE on %s, whose writers wait until the stage is committed"
                .formatted(Definitions.referencedTable(it.definition())),
            "Nothing to do when the stage is short; a table that is written all the time is better"
                + " pointed to in a release of its own.")
        : List.of();
  }
}
