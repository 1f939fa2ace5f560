package dev.releaseledger.domain.environment;

import java.util.Locale;

/** Why a release pointer moved. */
public enum ReleaseCause {
  /** An apply arrived at the declared schema. */
  APPLY,
  /** An existing database was adopted. */
  BASELINE,
  /** The release of another environment was found to hold here as well. */
  PROMOTE,
  /** The pointer went back to an earlier release; no schema was undone. */
  ROLLBACK;

  /** The word used in events and on the wire. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
