package dev.releaseledger.domain.diff;

/** How an observed schema differs from the expected one. */
public enum DifferenceKind {
  MISSING,
  EXTRA,
  CHANGED
}
