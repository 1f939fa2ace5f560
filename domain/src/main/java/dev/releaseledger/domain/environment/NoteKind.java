package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.document.Choice;

/** What can have to be written down about a change. */
public enum NoteKind implements Choice {
  /** How to recover from what cannot be taken back. */
  RECOVERY,
  /** How the change is taken back. */
  ROLLBACK_PLAN,
  /** What becomes of the rows that go with a drop. */
  DATA_STRATEGY,
  /** What the change means for security. */
  SECURITY_IMPACT,
  /** How it is checked that the change does what it should. */
  VERIFICATION,
  /** What went wrong, and where that is looked into. */
  INCIDENT;

  @Override
  public String word() {
    return Choice.super.word().replace('_', '-');
  }
}
