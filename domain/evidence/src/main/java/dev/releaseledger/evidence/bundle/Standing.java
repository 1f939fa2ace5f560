package dev.releaseledger.evidence.bundle;

/** What a file of a bundle is worth. */
public enum Standing {
  /** It is evidence, or proves some. */
  AUTHORITATIVE,
  /** It is made from the evidence, for people or other tools, and proves nothing by itself. */
  DERIVED,
  /** It helps to use the bundle; a verifier takes nothing from it. */
  CONVENIENCE
}
