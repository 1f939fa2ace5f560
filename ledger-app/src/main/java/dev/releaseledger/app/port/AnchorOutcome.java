package dev.releaseledger.app.port;

/** What became of an attempt to have a checkpoint kept. */
public sealed interface AnchorOutcome {

  /**
   * It is kept.
   *
   * @param receipt what the place gave for it, as others can verify it
   */
  record Kept(byte[] receipt) implements AnchorOutcome {}

  /**
   * It is not, and may be another time.
   *
   * @param reason in a few words and without a secret
   */
  record Failed(String reason) implements AnchorOutcome {}

  /**
   * The place keeps something that the log does not go on from: one of the two has been changed.
   *
   * @param reason what it keeps, in a few words
   */
  record Contradicted(String reason) implements AnchorOutcome {}
}
