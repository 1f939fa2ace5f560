package dev.releaseledger.evidence.attestation.release;

/** What a rule or a policy came to. */
public enum Ruling {
  /** Everything demanded was there. */
  PASSED,
  /** It was not, and somebody who may do so went on in an emergency. */
  OVERRIDDEN,
  /** It was not. */
  FAILED
}
