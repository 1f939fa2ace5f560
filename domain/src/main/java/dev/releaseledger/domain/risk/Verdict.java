package dev.releaseledger.domain.risk;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.cost.Cost;
import dev.releaseledger.domain.risk.cost.Costs;
import dev.releaseledger.domain.risk.rule.Rule;
import dev.releaseledger.domain.risk.rule.RuleCatalog;
import dev.releaseledger.domain.risk.rule.StepRule;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said about one step: its cost, and what the rules notice.
 *
 * @param destructive whether it needs force
 */
public record Verdict(Cost cost, Risk risk, boolean destructive, List<Finding> findings) {

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Judges what a step does, given what is there. */
  public static Verdict on(Operation operation, Context context) {
    Cost cost = Costs.of(operation, context);
    Risk risk = context.idle(operation) ? Risk.METADATA_ONLY : cost.risk();
    boolean destructive = false;
    List<Finding> findings = new ArrayList<>();
    for (StepRule rule : RuleCatalog.stepRules()) {
      for (Finding finding : rule.judge(operation, context)) {
        findings.add(finding);
        risk = risk.or(finding.risk());
        destructive |= rule.force() == Rule.Force.NEEDED;
      }
    }
    return new Verdict(cost, risk, destructive, findings);
  }
}
