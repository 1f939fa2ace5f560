package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Obstacle;
import dev.releaseledger.domain.plan.Risk;

/** Something on either side is not covered by the model. */
final class UnreadObject extends Rule {

  UnreadObject() {
    super("unread-object", Risk.UNSUPPORTED, Force.NOT_NEEDED);
  }

  Finding finding(Obstacle.Unread it) {
    return finding(
        it.object(),
        "%s in %s is not covered: %s".formatted(it.object(), it.side(), it.thing().reason()),
        "Remove it, or keep this database out of the ledger: a plan that does not see"
            + " everything proves nothing.");
  }
}
