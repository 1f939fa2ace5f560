package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** There are rows to rehearse on, and they could not be made on the copy. */
final class SeedFails extends Rule {

  SeedFails() {
    super("seed-fails", Risk.BREAKING, Force.NOT_NEEDED);
  }
}
