package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** A statement was seen to write a table anew that is in use. */
final class TableRewrite extends Rule {

  TableRewrite() {
    super("table-rewrite", Risk.BLOCKING, Force.NOT_NEEDED);
  }
}
