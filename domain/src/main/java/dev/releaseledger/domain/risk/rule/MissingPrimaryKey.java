package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Table;
import java.util.List;

/** A table comes without a primary key. */
final class MissingPrimaryKey extends StepRule {

  MissingPrimaryKey() {
    super("missing-primary-key", Risk.METADATA_ONLY, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Create(Table it, _, _)
            && it.foreign() == null
            && it.parents().isEmpty()
            && context.after().constraints(it.name()).stream()
                .noneMatch(key -> key.type() == ConstraintType.PRIMARY_KEY)
        ? notice(
            it.id(),
            "has no primary key: nothing tells its rows apart, and logical replication cannot"
                + " update or delete them",
            "Declare a primary key while the table is empty; later it takes an index build.")
        : List.of();
  }
}
