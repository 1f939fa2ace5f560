package dev.releaseledger.projections.timeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much an entry of the ledger wants to be seen, the least first. */
public enum Severity {
  /** A step on the way; nobody has to do anything. */
  INFO,
  /** Something that people want to hear of: a decision, a release, a change of who may do what. */
  NOTICE,
  /** Something that was held back, or that somebody has to look at. */
  WARNING,
  /** Something went wrong in a database, or was done past the rules. */
  CRITICAL;

  /** The word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of a word. */
  public static Optional<Severity> of(String word) {
    return Arrays.stream(values()).filter(severity -> severity.word().equals(word)).findFirst();
  }
}
