package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** A statement takes all rows out of a table. */
final class DropsData extends Rule {

  DropsData() {
    super("drops-data", Risk.BREAKING, Force.NOT_NEEDED);
  }
}
