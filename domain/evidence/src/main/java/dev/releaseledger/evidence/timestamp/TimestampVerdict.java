package dev.releaseledger.evidence.timestamp;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** What a time stamp is worth. */
public sealed interface TimestampVerdict {

  /** The bytes existed at this time, give or take the accuracy, says an authority. */
  record Valid(String authority, Instant at, Duration accuracy, BigInteger serial)
      implements TimestampVerdict {

    /** The latest time that the stamp may mean: the bytes existed then for sure. */
    public Instant latest() {
      return at.plus(accuracy);
    }
  }

  /** It proves nothing, and why. */
  record Refused(TimestampFault fault, String detail) implements TimestampVerdict {

    /** What is wrong, as one line. */
    public String sentence() {
      return detail.isEmpty() ? fault.sentence() : fault.sentence() + ": " + detail;
    }
  }
}
