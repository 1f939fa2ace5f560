package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** On the scratch copy the undo of a step failed, or did not lead back. */
final class UndoFails extends Rule {

  UndoFails() {
    super("undo-fails", Risk.BREAKING, Force.NOT_NEEDED);
  }
}
