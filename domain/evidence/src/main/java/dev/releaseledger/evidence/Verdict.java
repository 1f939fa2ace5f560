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
}
