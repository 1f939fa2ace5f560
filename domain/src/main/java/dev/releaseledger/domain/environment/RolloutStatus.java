package dev.releaseledger.domain.environment;

import java.util.Locale;

/** Where a rollout stands, or how it ended. */
public enum RolloutStatus {
  PROPOSED,
  DEFERRED,
  APPROVED,
  APPLYING,
  APPLIED,
  DRIFTED,
  VERIFIED,
  RELEASED,
  FAILED,
  REJECTED,
  ABORTED,
  INVALIDATED;

  /** Whether people may still say yes, no or not now. */
  public boolean isUndecided() {
    return this == PROPOSED || this == DEFERRED;
  }

  /** Whether nothing has run and something still may. */
  public boolean isOpen() {
    return isUndecided() || this == APPROVED;
  }

  /** Whether every statement is committed and the release is still to come. */
  public boolean hasRun() {
    return this == APPLIED || this == DRIFTED || this == VERIFIED;
  }

  /**
   * Whether it holds its environment: a statement may have run, and the release is still to come.
   */
  public boolean isUnderway() {
    return this == APPLYING || hasRun();
  }

  /** The word used on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
