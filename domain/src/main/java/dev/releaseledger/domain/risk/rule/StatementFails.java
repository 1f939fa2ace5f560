package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** A statement of a script fails on a copy of the schema. */
final class StatementFails extends Rule {

  StatementFails() {
    super("statement-fails", Risk.BREAKING, Force.NOT_NEEDED);
  }
}
