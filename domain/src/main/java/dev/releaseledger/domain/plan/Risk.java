package dev.releaseledger.domain.plan;

/** What a step costs the people who use the database meanwhile, from least to worst. */
public enum Risk {
  /** Changes the catalog only, and is over as soon as it gets its lock. */
  METADATA_ONLY,
  /** Works for longer, under a lock that lets readers and writers pass. */
  LOW_LOCK,
  /** Keeps writers, or readers too, waiting while it works. */
  BLOCKING,
  /** May lose data, fail on data, or break those who use what is there now. */
  BREAKING,
  /** Is refused, forced or not. */
  UNSUPPORTED;

  /** The worse of the two. */
  public Risk or(Risk other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
