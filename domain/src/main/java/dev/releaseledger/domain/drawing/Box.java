package dev.releaseledger.domain.drawing;

/**
 * A table with its place in a picture.
 *
 * @param layer the column of boxes it stands in, counted from the left
 */
record Box(Entity entity, int layer, int x, int y, int width) {

  /** How high a line is: the title, and each column of the table. */
  static final int LINE = 18;

  private static final int CHARACTER = 7;
  private static final int MARGIN = 10;
  private static final int LONGEST = 44;

  int right() {
    return x + width;
  }

  int height() {
    return height(entity);
  }

  /** The middle of a column's line. */
  int port(String column) {
    return y + LINE + LINE * entity.place(column) + LINE / 2;
  }

  static int height(Entity entity) {
    return LINE * (Math.max(entity.fields().size(), 1) + 1);
  }

  /** Wide enough for every line that is not too long anyway. */
  static int width(Entity entity) {
    int widest = columns(shown(entity.title())) + (entity.partitions() > 0 ? 18 : 0);
    for (Entity.Field field : entity.fields()) {
      widest = Math.max(widest, columns(shown(field.name())) + columns(shown(field.type())) + 7);
    }
    return MARGIN * 2 + (CHARACTER + 1) * Math.max(widest, 12);
  }

  /** How many letters' room a text takes; those of East Asia are twice as wide. */
  private static int columns(String text) {
    return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
  }

  /** A text, cut where it is too long for a picture. */
  static String shown(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
