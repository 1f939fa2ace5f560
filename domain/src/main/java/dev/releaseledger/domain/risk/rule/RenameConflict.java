package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Obstacle;
import dev.releaseledger.domain.plan.Risk;

/** A rename is declared, and the database has both names. */
final class RenameConflict extends Rule {

  RenameConflict() {
    super("rename-conflict", Risk.UNSUPPORTED, Force.NOT_NEEDED);
  }

  Finding finding(Obstacle.BothNames it) {
    return finding(
        it.object(),
        "%s is declared to be renamed from %s, and the database has both"
            .formatted(it.object(), it.former()),
        "Remove the note if the rename is done, or drop one of the two first.");
  }
}
