package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** A statement writes every row of a table in one transaction. */
final class WritesEveryRow extends Rule {

  WritesEveryRow() {
    super("writes-every-row", Risk.BLOCKING, Force.NOT_NEEDED);
  }
}
