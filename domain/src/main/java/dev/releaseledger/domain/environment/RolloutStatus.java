package dev.releaseledger.domain.environment;

import java.util.Locale;

/** Where a rollout stands, or how it ended. */
public enum RolloutStatus {
  PROPOSED,
  DEFERRED,
  APPROVED,
  /** Approved, and to run at a time. */
  SCHEDULED,
  APPLYING,
  APPLIED,
  DRIFTED,
  VERIFIED,
  /** Released, but something has to be filled in before the change is complete. */
  BACKFILL_PENDING,
  RELEASED,
  FAILED,
  REJECTED,
  ABORTED,
  INVALIDATED,
  /** Its approvals lapsed before it ran. */
  EXPIRED;

  /** Whether people may still say yes, no or not now. */
  public boolean isUndecided() {
    return this == PROPOSED || this == DEFERRED;
  }

  /** Whether it has all the approvals that it needs, and nothing has run. */
  public boolean isApproved() {
    return this == APPROVED || this == SCHEDULED;
  }

  /** Whether nothing has run and something still may. */
  public boolean isOpen() {
    return isUndecided() || isApproved();
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

  /** Whether its schema became a release. */
  public boolean isReleased() {
    return this == RELEASED || this == BACKFILL_PENDING;
  }

  /** The word used on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
