package dev.releaseledger.projections.schemahistory;

/**
 * A place in a list of versions, newest first; those of one release are in their own order.
 *
 * @param number the last version of that release that was seen
 */
public record Cursor(long position, int number) {

  /** Before all others. */
  public static final Cursor START = new Cursor(Long.MAX_VALUE, 0);

  /** Behind every version of a release and of those after it. */
  public static Cursor before(long position) {
    return new Cursor(position, Integer.MAX_VALUE);
  }
}
