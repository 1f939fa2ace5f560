package dev.releaseledger.app.evidence.report.pdf;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/** Brings a line into the order in which it is seen, where some of it is read from the right. */
final class Reading {

  private static final String OPENING = "()[]{}<>\u00ab\u00bb";
  private static final String CLOSING = ")(][}{><\u00bb\u00ab";

  private Reading() {}

  static List<Run> seen(List<Run> read) {
    StringBuilder all = new StringBuilder();
    read.forEach(run -> all.append(run.text()));
    char[] letters = all.toString().toCharArray();
    if (!Bidi.requiresBidi(letters, 0, letters.length)) {
      return read;
    }
    Bidi bidi = new Bidi(all.toString(), Bidi.DIRECTION_LEFT_TO_RIGHT);
    List<Run> parts = new ArrayList<>();
    List<Byte> levels = new ArrayList<>();
    int at = 0;
    for (Run run : read) {
      int from = 0;
      while (from < run.text().length()) {
        int to = from + 1;
        int level = bidi.getLevelAt(at + from);
        while (to < run.text().length() && bidi.getLevelAt(at + to) == level) {
          to++;
        }
        String text = run.text().substring(from, to);
        parts.add(run.with(level % 2 == 0 ? text : mirrored(text)));
        levels.add((byte) level);
        from = to;
      }
      at += run.text().length();
    }
    byte[] order = new byte[parts.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = levels.get(i);
    }
    Object[] seen = parts.toArray();
    Bidi.reorderVisually(order, 0, seen, 0, seen.length);
    List<Run> line = new ArrayList<>();
    for (Object part : seen) {
      Fonts.append(line, (Run) part);
    }
    return line;
  }

  private static String mirrored(String text) {
    StringBuilder out = new StringBuilder();
    // It keeps the halves of a character in their order.
    new StringBuilder(text)
        .reverse()
        .codePoints()
        .forEach(character -> {
          int pair = OPENING.indexOf(character);
          out.appendCodePoint(pair < 0 ? character : CLOSING.charAt(pair));
        });
    return out.toString();
  }
}
