package dev.releaseledger.domain.environment;

/** Why a release pointer moved. */
public enum ReleaseCause {
  /** An apply arrived at the declared schema. */
  APPLY,
  /** The declared schema was already there; nothing had to be executed. */
  CONVERGED,
  /** An existing database was adopted. */
  BASELINE,
  /** The release of another environment was found to hold here as well. */
  PROMOTE,
  /** The pointer went back to an earlier release; no schema was undone. */
  ROLLBACK
}
