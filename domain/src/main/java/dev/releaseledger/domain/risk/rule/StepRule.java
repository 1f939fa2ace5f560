package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.ObjectId;
import java.util.List;

/** A rule that looks at what a step does. */
public abstract class StepRule extends Rule {

  protected StepRule(String slug, Risk risk, Force force) {
    super(slug, risk, force);
  }

  /** What it notices about a step, given what is there; mostly nothing. */
  public abstract List<Finding> judge(Operation operation, Context context);

  /** One finding, whose message begins with the object. */
  protected final List<Finding> notice(ObjectId object, String predicate, String remedy) {
    return List.of(finding(object.label(), object.label() + " " + predicate, remedy));
  }
}
