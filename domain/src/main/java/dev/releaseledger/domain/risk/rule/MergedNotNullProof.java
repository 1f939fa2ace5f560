package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Risk;

/** The check that proves a column to have no NULL goes in the statement that needs the proof. */
final class MergedNotNullProof extends Rule {

  MergedNotNullProof() {
    super("merged-not-null-proof", Risk.BLOCKING, Force.NOT_NEEDED);
  }
}
