package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.diff.Difference;
import java.util.List;

/** What running a plan's undo steps, last to first, came to. */
public sealed interface UndoProof {

  /** They lead back to the schema the plan starts from. */
  record LeadsBack() implements UndoProof {}

  /** These steps have no undo, so there is no way back; none was run. */
  record NoWayBack(List<Integer> steps) implements UndoProof {}

  /** The undo of a step fails. */
  record UndoFailed(int step, String sql, String message) implements UndoProof {}

  /** They all run, and lead elsewhere. */
  record LeadsElsewhere(List<Difference> differences) implements UndoProof {}
}
