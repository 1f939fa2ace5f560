package dev.releaseledger.app.evidence.report.pdf;

import dev.releaseledger.app.evidence.report.page.VisibleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The fonts of a document, and which of them has which letter. */
final class Fonts {

  private final Map<Face, Typeface> faces = new EnumMap<>(Face.class);
  private boolean lacking;

  Fonts(PDDocument document) throws IOException {
    for (Face face : Face.values()) {
      faces.put(face, Typeface.of(document, face));
    }
  }

  Typeface of(Face face) {
    return java.util.Objects.requireNonNull(faces.get(face));
  }

  /** The same in fonts that have each letter; one that none has is written as its number. */
  List<Run> printable(Run wanted) {
    List<Run> runs = new ArrayList<>();
    wanted
        .text()
        .codePoints()
        .forEach(character -> {
          Face face = faceOf(character, wanted.face());
          boolean has = of(face).has(character);
          lacking |= !has;
          String text = has ? Character.toString(character) : VisibleText.numbered(character);
          append(runs, new Run(text, face, wanted.faint()));
        });
    return runs;
  }

  /** Whether a letter was asked for that none of them has. */
  boolean areLacking() {
    return lacking;
  }

  float width(Run run, float size) {
    return of(run.face()).width(run.text(), size);
  }

  private Face faceOf(int character, Face wanted) {
    return of(wanted).has(character) || !of(Face.PLAIN).has(character) ? wanted : Face.PLAIN;
  }

  static void append(List<Run> runs, Run next) {
    if (!runs.isEmpty() && runs.getLast().looksLike(next)) {
      runs.set(runs.size() - 1, next.with(runs.getLast().text() + next.text()));
    } else {
      runs.add(next);
    }
  }
}
