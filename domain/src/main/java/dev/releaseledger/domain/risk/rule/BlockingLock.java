package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** A lock from earlier in the transaction is held while a later statement works. */
final class BlockingLock extends Rule {

  BlockingLock() {
    super("blocking-lock", Risk.BLOCKING, Force.NOT_NEEDED);
  }
}
