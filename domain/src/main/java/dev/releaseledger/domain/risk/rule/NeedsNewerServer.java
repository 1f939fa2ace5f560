package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Obstacle;
import dev.releaseledger.domain.plan.Risk;

/** A change that the server has a statement for only from a later version on. */
final class NeedsNewerServer extends Rule {

  NeedsNewerServer() {
    super("needs-newer-server", Risk.UNSUPPORTED, Force.NOT_NEEDED);
  }

  Finding finding(Obstacle.NeedsNewerServer it) {
    return finding(
        it.object(),
        "%s of %s can be changed from PostgreSQL %d on, and this is %d"
            .formatted(it.what(), it.object(), it.since(), it.version()),
        "Upgrade the server first, or declare the new shape under another name and move the rows.");
  }
}
