package dev.releaseledger.app.applying;

import dev.releaseledger.app.port.DatabaseLease;
import dev.releaseledger.app.port.StageObserver;
import dev.releaseledger.app.port.StageOutcome;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * What was taken back of the changes that a failed stage left half done.
 *
 * @param steps the steps whose undo has run, in this order
 * @param problems why the undo of others failed
 */
record TakingBack(List<Integer> steps, List<String> problems) {

  TakingBack {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /** Takes back what the failure of a stage leaves half done. */
  static TakingBack of(SchemaPlan plan, Stage failed, DatabaseLease lease) {
    List<Integer> steps = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Stage undo : plan.takingBack(failed)) {
      int step = undo.steps().getFirst().number();
      switch (lease.run(undo, StageObserver.NONE)) {
        case StageOutcome.Committed _ -> steps.add(step);
        case StageOutcome.Failed it ->
            problems.add("step %d was not taken back: %s".formatted(step, it.message()));
        case StageOutcome.Unknown it ->
            throw new IllegalStateException("the connection was lost: " + it.message());
      }
    }
    return new TakingBack(steps, problems);
  }

  /** Whether nothing is left. */
  boolean whole() {
    return problems.isEmpty();
  }

  /** The failure, with what went wrong after it. */
  StageOutcome.Failed told(StageOutcome.Failed failed) {
    return whole()
        ? failed
        : new StageOutcome.Failed(
            failed.step(),
            failed.sqlState(),
            failed.message() + "; " + String.join("; ", problems));
  }
}
