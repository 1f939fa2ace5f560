package dev.releaseledger.evidence.verify;

import java.util.Locale;

/** What a check came to. */
public enum Result {
  /** It was made, and what it looks for is so. */
  PASSED,
  /** It was made, and what it looks for is not so. */
  FAILED,
  /** Nothing is wrong, but it is less than the trust file or the caller demands. */
  NOT_MET,
  /** It was not made, since there is nothing to look at or another check failed. */
  NOT_APPLICABLE;

  /** The word in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
