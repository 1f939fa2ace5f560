package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.Setting;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Table;
import java.util.List;

/** A partition is detached, and its rows are no longer those of the whole. */
final class DetachPartition extends StepRule {

  DetachPartition() {
    super("detach-partition", Risk.BREAKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Set(Table it, Setting setting)
            && (setting == Setting.DETACHMENT || setting == Setting.CONCURRENT_DETACHMENT)
            && context.inUse(it.id())
            && !comesBack(it, context)
        ? notice(
            it.id(),
            "is detached: queries of the partitioned table no longer see its rows, and "
                + (setting == Setting.DETACHMENT ? "both are" : "the partition is")
                + " locked in ACCESS EXCLUSIVE for a moment",
            context.target().find(it.id()) == null
                ? "Be sure that nobody needs these rows; the table is dropped after that."
                : "Be sure that nobody looks for these rows there; the rows themselves stay.")
        : List.of();
  }

  /** Only its bound changes. */
  private static boolean comesBack(Table partition, Context context) {
    return context.target().find(partition.id()) instanceof Table then
        && then.parents().equals(partition.parents());
  }
}
