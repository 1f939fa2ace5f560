package dev.releaseledger.evidence;

/**
 * Words with a stranger's text in them, such as a name that is not known: they are shown on
 * terminals and kept in logs, so they bring no commands, no second line and no megabytes.
 */
public final class Quotable {

  private static final int LONGEST = 400;
  private static final String CUT = "...";

  private Quotable() {}

  /** The words with a question mark for each character that is not shown, and cut where long. */
  public static String of(String words) {
    StringBuilder shown = new StringBuilder();
    for (int at = 0; at < words.length(); ) {
      int point = words.codePointAt(at);
      if (shown.length() + Character.charCount(point) > LONGEST) {
        return shown.append(CUT).toString();
      }
      shown.appendCodePoint(isShown(point) ? point : '?');
      at += Character.charCount(point);
    }
    return shown.toString();
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      // Among the formats are those that turn the direction of a line.
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
