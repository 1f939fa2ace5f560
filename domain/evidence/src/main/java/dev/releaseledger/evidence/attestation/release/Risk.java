package dev.releaseledger.evidence.attestation.release;

/** How much of others a change may disturb, in the words of the ledger. */
public enum Risk {
  /** It changes the catalog only. */
  METADATA_ONLY,
  /** It works beside others. */
  LOW_LOCK,
  /** Others have to wait. */
  BLOCKING,
  /** Others may fail. */
  BREAKING,
  /** The ledger does not know. */
  UNSUPPORTED
}
