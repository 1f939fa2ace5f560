package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.TreeSet;

/**
 * One step, and whether a rule has something to say about it.
 *
 * @param says words of the finding's message, or an empty text when there must be none
 */
record Example(String rule, Operation step, Context context, String says) {

  /** The rule speaks, in these words among others. */
  static Example noticed(String rule, Operation step, Schema base, Schema target, String says) {
    return new Example(rule, step, new Context(base, target, PlanSettings.defaults()), says);
  }

  /** The rule is silent. */
  static Example ignored(String rule, Operation step, Schema base, Schema target) {
    return noticed(rule, step, base, target, "");
  }

  /** The same on a server of another version. */
  Example on(int version, String words) {
    PlanSettings settings = PlanSettings.defaults().on(version);
    return new Example(rule, step, new Context(context.base(), context.target(), settings), words);
  }

  /** The same where the orders have no rows, and the rule has nothing to say. */
  Example withoutRows() {
    PlanSettings settings =
        PlanSettings.defaults().knowingEmpty(new TreeSet<>(List.of("public.orders")));
    return new Example(rule, step, new Context(context.base(), context.target(), settings), "");
  }

  boolean isNoticed() {
    return !says.isEmpty();
  }

  List<Finding> findings() {
    return RuleCatalog.stepRules().stream()
        .filter(it -> it.slug().equals(rule))
        .flatMap(it -> it.judge(step, context).stream())
        .toList();
  }

  @Override
  public String toString() {
    return rule + (isNoticed() ? " notices " : " ignores ") + step.getClass().getSimpleName();
  }
}
