package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** The database has rows, or values in them, that go with what a step drops. */
final class RowsLost extends Rule {

  RowsLost() {
    super("rows-lost", Risk.BREAKING, Force.NOT_NEEDED);
  }
}
