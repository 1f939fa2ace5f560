package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** A statement was seen to read a table whole while its writers wait. */
final class TableScanUnderLock extends Rule {

  TableScanUnderLock() {
    super("table-scan-under-lock", Risk.BLOCKING, Force.NOT_NEEDED);
  }
}
