package dev.releaseledger.domain.standards;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.rule.StepRule;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.List;

/** What plans notice about objects that come, asked of all that there are. */
final class Noticed extends StandardRule {

  private final StepRule rule;
  private final Class<? extends SchemaObject> kind;

  Noticed(StepRule rule, Class<? extends SchemaObject> kind) {
    super(rule.slug());
    this.rule = rule;
    this.kind = kind;
  }

  @Override
  List<Finding> judge(SchemaObject object, Standard standard, Context context) {
    return kind.isInstance(object)
        ? rule.judge(new Operation.Create(object, false), context)
        : List.of();
  }
}
