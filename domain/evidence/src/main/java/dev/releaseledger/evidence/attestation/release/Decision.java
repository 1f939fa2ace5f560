package dev.releaseledger.evidence.attestation.release;

/** What somebody said to a plan. */
public enum Decision {
  /** Yes. */
  APPROVED,
  /** No. */
  REJECTED
}
