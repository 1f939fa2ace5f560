package dev.releaseledger.domain.environment;

import java.util.Locale;

/** The occasions on which a database is compared with what it should be. */
public enum DriftCheck {
  /** Before an apply: the database against its current release. */
  PREFLIGHT,
  /** After an apply: the database against the declared schema. */
  POST_APPLY,
  /** Because somebody asked: the database against its current release. */
  REQUESTED,
  /** Before a release is promoted: the database against that release. */
  PROMOTION;

  /** The word used in events and on the wire. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
