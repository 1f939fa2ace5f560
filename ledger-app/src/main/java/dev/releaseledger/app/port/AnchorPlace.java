package dev.releaseledger.app.port;

/** A place that keeps checkpoints of the log for those who do not trust the ledger: an anchor. */
public interface AnchorPlace {

  /**
   * Tries once to have a checkpoint kept. The receipt of one that is kept has been verified;
   * whatever goes wrong is told and not thrown.
   */
  AnchorOutcome keep(OfferedCheckpoint offered);
}
