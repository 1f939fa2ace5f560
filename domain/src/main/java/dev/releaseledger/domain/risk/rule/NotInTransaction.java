package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** A statement that takes no transaction around it stands in one. */
final class NotInTransaction extends Rule {

  NotInTransaction() {
    super("not-in-transaction", Risk.BREAKING, Force.NOT_NEEDED);
  }
}
