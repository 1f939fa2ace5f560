package dev.releaseledger.domain.rehearsal;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.risk.rule.RuleCatalog;

/** What is said when a step cannot be taken back as its plan says. */
public final class UndoFindings {

  private static final String REMEDY =
      "Do not count on the undo of this step; write down how it is taken back before it is"
          + " applied.";

  private UndoFindings() {}

  /** The server refuses the undo. */
  public static Finding fails(Step step, String message) {
    return finding(step, "the undo of step %d fails: %s".formatted(step.number(), message));
  }

  /** The undo runs, and leaves something behind. */
  public static Finding leadsElsewhere(Step step, String differences) {
    return finding(
        step, "the undo of step %d leads elsewhere: %s".formatted(step.number(), differences));
  }

  /** The undo runs, and then the step does not. */
  public static Finding notAgain(Step step, String message) {
    return finding(
        step,
        "after the plan was taken back, step %d does not lead there again: %s"
            .formatted(step.number(), message));
  }

  private static Finding finding(Step step, String message) {
    return RuleCatalog.UNDO_FAILS.finding(step.object(), message, REMEDY);
  }
}
