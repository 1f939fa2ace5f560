package dev.releaseledger.evidence.timestamp;

/** What came of asking an authority. */
public sealed interface TimestampAnswer {

  /** The response as it is to be stored, and what it is worth. */
  record Accepted(byte[] stored, TimestampVerdict.Valid verdict) implements TimestampAnswer {}

  /** The response is of no use, and why. */
  record Refused(TimestampVerdict.Refused verdict) implements TimestampAnswer {}
}
