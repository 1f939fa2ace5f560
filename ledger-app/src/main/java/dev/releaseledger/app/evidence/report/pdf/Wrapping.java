package dev.releaseledger.app.evidence.report.pdf;

import dev.releaseledger.app.evidence.report.page.Span;
import dev.releaseledger.app.evidence.report.page.Text;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: between words, and within a word only where it is longer than a line. */
final class Wrapping {

  private static final String BREAK_AFTER = "/.,;:_-)&?=";

  private final Fonts fonts;
  private final float size;
  private final float room;
  private final List<List<Run>> lines = new ArrayList<>();
  private List<Run> line = new ArrayList<>();
  private float used;

  private Wrapping(Fonts fonts, float size, float room) {
    this.fonts = fonts;
    this.size = size;
    this.room = room;
  }

  /** The lines of text within so many points. */
  static List<List<Run>> of(Text text, Face face, Fonts fonts, float size, float room) {
    Wrapping wrapping = new Wrapping(fonts, size, room);
    for (Span span : text.spans()) {
      switch (span) {
        case Span.Words(String words) -> wrapping.words(new Run(words, face, false));
        case Span.Strong(String words) -> wrapping.words(new Run(words, Face.BOLD, false));
        case Span.Code(String code) -> wrapping.words(new Run(code, Face.MONO, false));
        case Span.Absent(String words) -> wrapping.words(new Run(words, face, true));
        case Span.NextLine() -> wrapping.end();
      }
    }
    return wrapping.ended();
  }

  /** The lines of a listing, indented as they are. */
  static List<List<Run>> ofListing(String code, Fonts fonts, float size, float room) {
    Wrapping wrapping = new Wrapping(fonts, size, room);
    code.lines()
        .forEach(row -> {
          wrapping.words(new Run(row, Face.MONO, false));
          wrapping.end();
        });
    return wrapping.lines;
  }

  private void words(Run run) {
    for (Run part : fonts.printable(run)) {
      // Spaces stay at the end of the word before them.
      for (String word : part.text().split("(?<= )(?=[^ ])")) {
        place(part.with(word));
      }
    }
  }

  private void place(Run word) {
    float width = fonts.width(word.with(word.text().stripTrailing()), size);
    if (used + width <= room) {
      add(word);
    } else if (width <= room && word.face() != Face.MONO) {
      end();
      add(word);
    } else {
      broken(word);
    }
  }

  /** A word that is longer than what is left, broken after a mark where there is one near. */
  private void broken(Run word) {
    String rest = word.text();
    if (used > room / 2 && fonts.width(word.with(rest.stripTrailing()), size) <= room) {
      end();
    }
    while (!rest.isEmpty()) {
      int fits = fitting(word, rest);
      if (fits == 0 && used > 0) {
        end();
        continue;
      }
      int cut = Math.max(fits, rest.offsetByCodePoints(0, 1));
      if (cut < rest.length()) {
        int mark = lastMark(rest, cut);
        cut = mark > cut / 4 ? mark : cut;
      }
      add(word.with(rest.substring(0, cut)));
      rest = rest.substring(cut);
      if (!rest.isEmpty()) {
        end();
      }
    }
  }

  private int fitting(Run word, String rest) {
    int fits = 0;
    int next = 0;
    while (next < rest.length()) {
      next = rest.offsetByCodePoints(next, 1);
      if (used + fonts.width(word.with(rest.substring(0, next).stripTrailing()), size) > room) {
        return fits;
      }
      fits = next;
    }
    return fits;
  }

  private static int lastMark(String text, int before) {
    for (int i = before; i > 0; i--) {
      if (BREAK_AFTER.indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return 0;
  }

  private void add(Run run) {
    Fonts.append(line, run);
    used += fonts.width(run, size);
  }

  private void end() {
    lines.add(Reading.seen(line));
    line = new ArrayList<>();
    used = 0;
  }

  private List<List<Run>> ended() {
    if (!line.isEmpty() || lines.isEmpty()) {
      end();
    }
    return lines;
  }
}
