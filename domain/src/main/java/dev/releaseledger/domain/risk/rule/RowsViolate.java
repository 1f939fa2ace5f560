package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** The database has rows that a step will fail on. */
final class RowsViolate extends Rule {

  RowsViolate() {
    super("rows-violate", Risk.BREAKING, Force.NEEDED);
  }
}
