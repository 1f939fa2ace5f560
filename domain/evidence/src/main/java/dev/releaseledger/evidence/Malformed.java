package dev.releaseledger.evidence;

/**
 * What a parser meets inside another parser; {@link Read#of} turns it into a {@link Read.Bad}, so
 * that no caller of a finished parser sees it.
 */
public final class Malformed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the text, without quoting more of it than needed. */
  public Malformed(String reason) {
    super(Quotable.of(reason), null, false, false);
  }

  /** What is wrong, in words that can be shown anywhere. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
