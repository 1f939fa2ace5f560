package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import java.util.List;

/** A rule that looks at a plan as a whole, and may have something to say where no step runs. */
public abstract class PlanRule extends Rule {

  protected PlanRule(String slug, Risk risk) {
    super(slug, risk, Force.NOT_NEEDED);
  }

  /** What it notices about a plan that does all this, in this order; mostly nothing. */
  public abstract List<Finding> judge(List<Operation> operations, Context context);
}
