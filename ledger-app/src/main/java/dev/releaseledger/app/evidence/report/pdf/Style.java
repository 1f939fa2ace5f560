package dev.releaseledger.app.evidence.report.pdf;

/** Measures of a sheet of A4, in points. */
final class Style {

  static final float WIDTH = 595.28f;
  static final float HEIGHT = 841.89f;
  static final float SIDE = 45;
  static final float TOP = 56;
  static final float BOTTOM = 54;
  static final float ROOM = WIDTH - 2 * SIDE;

  static final float TITLE = 17;
  static final float SECTION = 13;
  static final float SUBHEADING = 10;
  static final float BODY = 9;
  static final float CELL = 7.6f;
  static final float LISTING = 7.4f;
  static final float RUNNING = 7;

  /** From line to line, by the size of the letters. */
  static final float LEADING = 1.34f;

  static final float GAP = 6;
  static final float PAD = 3.2f;

  private Style() {}
}
