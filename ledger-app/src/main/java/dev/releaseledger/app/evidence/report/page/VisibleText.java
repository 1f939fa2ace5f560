package dev.releaseledger.app.evidence.report.page;

/** Shows what would otherwise hide: no character that people wrote changes how the rest is read. */
public final class VisibleText {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private VisibleText() {}

  /** The text in one line. */
  public static String line(String text) {
    return shown(text.strip().replaceAll("\\s*\\R\\s*", " ").replace('\t', ' '), false);
  }

  /** The text with its line ends, each of them one newline, and tabs as spaces. */
  public static String lines(String text) {
    return shown(text.strip().replaceAll("\\R", "\n").replace("\t", "    "), true);
  }

  /** A character by its number, as in {@code [U+202E]}. */
  public static String numbered(int character) {
    return String.format("[U+%04X]", character);
  }

  private static String shown(String text, boolean newlines) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(character -> {
          if (character == '\n' && newlines || !isHidden(character)) {
            out.appendCodePoint(character);
          } else {
            out.append(numbered(character));
          }
        });
    return out.toString();
  }

  /** Orders of writing, controls, and halves of characters; joiners belong to how people write. */
  private static boolean isHidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }
}
