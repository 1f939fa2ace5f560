package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.List;

/** An object of another role is dropped and made again. */
final class RebuildLosesGrants extends StepRule {

  RebuildLosesGrants() {
    super("rebuild-loses-grants", Risk.BREAKING, Force.NOT_NEEDED);
  }

  @Override
  public List<Finding> judge(Operation operation, Context context) {
    return switch (operation) {
      case Operation.Drop(SchemaObject it, boolean rebuilt, _) when rebuilt ->
          lost(it.id(), context);
      case Operation.ReplaceType(SchemaObject it, var _, boolean last) when last ->
          lost(it.id(), context);
      default -> List.of();
    };
  }

  private List<Finding> lost(ObjectId object, Context context) {
    return context.base().access().foreign().contains(object)
        ? notice(
            object,
            "is dropped and made again; what others were granted comes back, but it then belongs to"
                + " the role that applies the plan, and not to its owner",
            "Give it back right after the apply (ALTER ... OWNER TO), or apply as its owner.")
        : List.of();
  }
}
