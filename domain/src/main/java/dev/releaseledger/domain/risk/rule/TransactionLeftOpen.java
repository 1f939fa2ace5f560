package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** A script ends within a transaction, so that nothing in it is kept. */
final class TransactionLeftOpen extends Rule {

  TransactionLeftOpen() {
    super("transaction-left-open", Risk.BREAKING, Force.NOT_NEEDED);
  }
}
