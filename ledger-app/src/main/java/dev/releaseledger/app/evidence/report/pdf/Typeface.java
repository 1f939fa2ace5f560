package dev.releaseledger.app.evidence.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font of a document: only the letters that are used become part of the file. */
final class Typeface {

  private static final float UNITS = 1_000f;

  private final PDFont font;
  private final CmapLookup letters;

  private Typeface(PDFont font, CmapLookup letters) {
    this.font = font;
    this.letters = letters;
  }

  static Typeface of(PDDocument document, Face face) throws IOException {
    try (InputStream file = Typeface.class.getResourceAsStream(face.file())) {
      if (file == null) {
        throw new IllegalStateException("no " + face.file());
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
      // A ligature would be one letter where a reader of a digest or a name needs two.
      font.setEnableGsub(false);
      document.registerTrueTypeFontForClosing(font);
      return new Typeface(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
    }
  }

  PDFont font() {
    return font;
  }

  boolean has(int character) {
    return letters.getGlyphId(character) != 0;
  }

  /** How wide text is at a size, in points. */
  float width(String text, float size) {
    try {
      return font.getStringWidth(text) / UNITS * size;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
