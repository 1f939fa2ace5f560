package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.Setting;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.cost.Costs;
import dev.releaseledger.domain.schema.Table;
import java.util.List;

/** A partition is attached, and its rows or those of the default partition are read. */
final class AttachPartition extends StepRule {

  AttachPartition() {
    super("attach-partition", Risk.BLOCKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return operation instanceof Operation.Set(Table it, Setting setting)
            && (setting == Setting.ATTACHMENT || setting == Setting.PROVEN_ATTACHMENT)
            && Costs.of(operation, context).scans()
            && it.partition() != null
        ? notice(
            it.id(),
            "is attached to %s, and every row of %s is checked against the bound while readers and"
                    .formatted(it.partition().parent(), read(it, setting, context))
                + " writers of it wait",
            "Add a CHECK that says the same as the bound first, NOT VALID and then validated; a"
                + " default partition needs one that says the opposite.")
        : List.of();
  }

  private static String read(Table partition, Setting setting, Context context) {
    return setting == Setting.ATTACHMENT && context.inUse(partition.name())
        ? partition.name()
        : "the default partition";
  }
}
