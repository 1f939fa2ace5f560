package dev.releaseledger.domain.readiness;

import java.util.Locale;

/** How far a release is. */
public enum Level {
  /** Nothing holds it back. */
  INDUSTRIAL_READY,
  /** Something holds it back, and most of what is required is there. */
  RELEASE_CANDIDATE,
  /** Too much is missing. */
  BLOCKED;

  private static final double CANDIDATE = 80;

  /** The word used in files and on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Level of(double score, boolean heldBack) {
    if (!heldBack) {
      return INDUSTRIAL_READY;
    }
    return score >= CANDIDATE ? RELEASE_CANDIDATE : BLOCKED;
  }
}
