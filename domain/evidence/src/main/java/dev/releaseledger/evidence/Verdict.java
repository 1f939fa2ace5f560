package dev.releaseledger.evidence;

/** What a check comes to. */
public sealed interface Verdict {

  /** The check has been made, and what it looks for is so. */
  record Holds() implements Verdict {}

  /**
   * The check has been made, and what it looks for is not so.
   *
   * @param reason what was found instead
   */
  record Fails(String reason) implements Verdict {}

  /** The verdict of a check that found nothing amiss. */
  static Verdict holds() {
    return new Holds();
  }

  /** The verdict of a check that found something amiss. */
  static Verdict fails(String reason) {
    return new Fails(reason);
  }

  /** Whether the check found nothing amiss. */
  default boolean passed() {
    return this instanceof Holds;
  }

  /** Goes on where nothing was amiss, for a parser or a check that ends with the first fault. */
  default void orThrow() {
    if (this instanceof Fails(String reason)) {
      throw new Malformed(reason);
    }
  }
}
