package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Obstacle;
import dev.releaseledger.domain.plan.Risk;

/** Something would have to be made anew, while something that holds data uses it. */
final class InUse extends Rule {

  InUse() {
    super("in-use", Risk.UNSUPPORTED, Force.NOT_NEEDED);
  }

  Finding finding(Obstacle.InUse it) {
    return finding(
        it.object(),
        "%s would have to be dropped, and %s uses it".formatted(it.object(), it.by().label()),
        "Declare the new shape under another name, and move what uses it.");
  }
}
