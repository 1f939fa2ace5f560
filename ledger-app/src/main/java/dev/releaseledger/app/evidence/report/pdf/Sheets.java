package dev.releaseledger.app.evidence.report.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sheets of paper that are filled from the top, one after the other. */
final class Sheets {

  private static final float INK = 0.1f;
  private static final float FAINT = 0.42f;

  private final PDDocument document;
  private final Fonts fonts;
  private final List<PDPage> pages = new ArrayList<>();
  private final List<PDPageContentStream> streams = new ArrayList<>();
  private final Tags tags = new Tags();
  private boolean beside;
  private float y;

  Sheets(PDDocument document, Fonts fonts) {
    this.document = document;
    this.fonts = fonts;
    turn();
  }

  Fonts fonts() {
    return fonts;
  }

  Tags tags() {
    return tags;
  }

  /** How many sheets there are. */
  int count() {
    return pages.size();
  }

  /** What is written now stands beside the text, such as a head that is there again. */
  void beside(Runnable writing) {
    beside = true;
    writing.run();
    beside = false;
  }

  /** The height at which the next thing starts, from the bottom of the sheet. */
  float y() {
    return y;
  }

  PDPage page() {
    return pages.getLast();
  }

  float left() {
    return y - Style.BOTTOM;
  }

  boolean isFresh() {
    return y >= Style.HEIGHT - Style.TOP;
  }

  /** Starts a sheet. */
  void turn() {
    try {
      PDPage page = new PDPage(new PDRectangle(Style.WIDTH, Style.HEIGHT));
      document.addPage(page);
      pages.add(page);
      // Uncompressed: what a zlib makes differs from one to the next.
      streams.add(new PDPageContentStream(document, page, AppendMode.OVERWRITE, false));
      y = Style.HEIGHT - Style.TOP;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes sure of so much room below, on a new sheet if need be. */
  void need(float height) {
    if (left() < height && !isFresh()) {
      turn();
    }
  }

  /** Goes down. */
  void down(float height) {
    y -= height;
  }

  /** Goes down, except at the top of a sheet. */
  void gap(float height) {
    if (!isFresh()) {
      y -= height;
    }
  }

  /** Writes a line whose top is at this height. */
  void line(List<Run> runs, float x, float top, float size) {
    if (runs.isEmpty()) {
      return;
    }
    drawing(stream -> {
      if (beside) {
        stream.beginMarkedContent(COSName.ARTIFACT);
      } else {
        stream.beginMarkedContent(COSName.P, tags.mark(page()));
      }
      writeOn(stream, runs, x, top - size, size);
      stream.endMarkedContent();
    });
  }

  /** Fills a rectangle. */
  void fill(float x, float top, float width, float height, float gray) {
    ornament(stream -> {
      stream.setNonStrokingColor(gray);
      stream.addRect(x, top - height, width, height);
      stream.fill();
    });
  }

  /** Draws a line across. */
  void rule(float x, float at, float width, float thickness) {
    ornament(stream -> {
      stream.setStrokingColor(0.65f);
      stream.setLineWidth(thickness);
      stream.moveTo(x, at);
      stream.lineTo(x + width, at);
      stream.stroke();
    });
  }

  /** Writes what stands on every sheet, and ends. */
  void close(String running) {
    try {
      for (int i = 0; i < streams.size(); i++) {
        PDPageContentStream stream = streams.get(i);
        String number = (i + 1) + " / " + streams.size();
        Run right = new Run(number, Face.PLAIN, true);
        float width = fonts.width(right, Style.RUNNING);
        float at = Style.BOTTOM / 2;
        List<Run> left =
            Wrapping.of(
                    dev.releaseledger.app.evidence.report.page.Text.of(running),
                    Face.PLAIN,
                    fonts,
                    Style.RUNNING,
                    Style.ROOM - width - 20)
                .getFirst()
                .stream()
                .map(run -> new Run(run.text(), run.face(), true))
                .toList();
        stream.beginMarkedContent(COSName.ARTIFACT);
        writeOn(stream, left, Style.SIDE, at, Style.RUNNING);
        writeOn(stream, List.of(right), Style.WIDTH - Style.SIDE - width, at, Style.RUNNING);
        stream.endMarkedContent();
        stream.close();
      }
      tags.addTo(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeOn(
      PDPageContentStream stream, List<Run> runs, float x, float base, float size) {
    try {
      stream.beginText();
      stream.newLineAtOffset(x, base);
      for (Run run : runs) {
        stream.setFont(fonts.of(run.face()).font(), size);
        stream.setNonStrokingColor(run.faint() ? FAINT : INK);
        stream.showText(run.text());
      }
      stream.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something that is drawn. */
  private interface Drawing {
    void on(PDPageContentStream stream) throws IOException;
  }

  /** Something that has no words. */
  private void ornament(Drawing drawing) {
    drawing(stream -> {
      stream.beginMarkedContent(COSName.ARTIFACT);
      drawing.on(stream);
      stream.endMarkedContent();
    });
  }

  private void drawing(Drawing drawing) {
    try {
      drawing.on(streams.getLast());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
