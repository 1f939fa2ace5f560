package dev.releaseledger.domain.plan;

/** How something comes or goes while others use what is around it. */
public enum Way {

  /** In one statement, whatever that locks and reads. */
  AT_ONCE,

  /** Outside of a transaction, in passes that let writers go on. */
  CONCURRENTLY,

  /** From an index that was built for it before. */
  FROM_INDEX
}
