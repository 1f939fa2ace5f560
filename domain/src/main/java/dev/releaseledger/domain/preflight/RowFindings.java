package dev.releaseledger.domain.preflight;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.risk.rule.RuleCatalog;
import java.util.List;

/** Says what the rows of a target mean for a plan. */
public final class RowFindings {

  private RowFindings() {}

  /** What is noticed about a step, or about the plan as a whole for step 0. */
  public static List<Finding> of(Preflight preflight, int step) {
    return preflight.checks().stream()
        .filter(check -> check.step() == step && check.rows() > 0)
        .map(RowFindings::finding)
        .toList();
  }

  private static Finding finding(RowCheck check) {
    return check.fails()
        ? RuleCatalog.ROWS_VIOLATE.finding(
            check.object(),
            check.sentence(),
            "Correct or remove these rows, then plan again; the step fails on them.")
        : RuleCatalog.ROWS_LOST.finding(
            check.object(),
            check.sentence(),
            "Make sure that nobody needs them, or that a backup has them; no undo step brings them"
                + " back.");
  }
}
