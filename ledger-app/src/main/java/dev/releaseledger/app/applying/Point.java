package dev.releaseledger.app.applying;

/** The moments of an apply between which a crash may fall. */
public enum Point {
  LEASE_TAKEN,
  STAGE_ANNOUNCED,
  STATEMENT_SENDING,
  STATEMENT_EXECUTED,
  COMMITTING,
  COMMITTED,
  STAGE_RECORDED,
  APPLY_RECORDED,
  DRIFT_CHECKED,
  RELEASED
}
