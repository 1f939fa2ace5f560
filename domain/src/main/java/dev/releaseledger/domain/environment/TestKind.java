package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.document.Choice;

/** How a change was tested. */
public enum TestKind implements Choice {
  /** Applied and used on somebody's own machine. */
  LOCAL_VALIDATION,
  /** By the tests of what uses the database. */
  SUITE,
  /** By measuring what it costs. */
  PERFORMANCE,
  /** By applying it, and asking the database. */
  VERIFICATION;

  @Override
  public String word() {
    return Choice.super.word().replace('_', '-');
  }
}
