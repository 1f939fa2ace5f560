package dev.releaseledger.evidence.attestation.release;

/** How a run ended. */
public enum Outcome {
  /** All of it was done. */
  SUCCEEDED,
  /** It was not. */
  FAILED
}
