package dev.releaseledger.evidence.attestation.release;

/** Whether databases and declaration agree. */
public enum Drift {
  /** They do. */
  NONE,
  /** They do but for differences that somebody accepted. */
  ACCEPTED,
  /** They do not. */
  FOUND
}
