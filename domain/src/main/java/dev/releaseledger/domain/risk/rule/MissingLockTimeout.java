package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** A script takes a lock that others wait for, and would wait for it without end. */
final class MissingLockTimeout extends Rule {

  MissingLockTimeout() {
    super("missing-lock-timeout", Risk.BLOCKING, Force.NOT_NEEDED);
  }
}
