package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Obstacle;
import dev.releaseledger.domain.plan.Risk;

/** A view counts the columns of a table that will have them in another order. */
final class CountsColumns extends Rule {

  CountsColumns() {
    super("counts-columns", Risk.UNSUPPORTED, Force.NOT_NEEDED);
  }

  Finding finding(Obstacle.CountsColumns it) {
    return finding(
        it.object(),
        "%s counts the columns of %s, which will be %s, where %s is declared"
            .formatted(
                it.object(),
                it.table().label(),
                String.join(", ", it.reached()),
                String.join(", ", it.declared())),
        "Declare the columns in the order the table will have them, or let the function return"
            + " TABLE with columns of its own.");
  }
}
