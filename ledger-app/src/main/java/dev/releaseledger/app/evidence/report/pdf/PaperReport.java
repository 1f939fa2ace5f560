package dev.releaseledger.app.evidence.report.pdf;

import dev.releaseledger.app.evidence.report.page.Block;
import dev.releaseledger.app.evidence.report.page.Page;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A report as PDF, to be read on paper; the same report is the same bytes. */
public final class PaperReport {

  /** More often than this nothing moves any more: the contents are as long whatever they say. */
  private static final int TRIES = 4;

  private static final Text LACKING =
      Text.of(
          "Some of the letters here are in no font of this file; each is shown by its number, as in"
              + " [U+9867]. report.html and report.md have the letters.");

  private final Page page;
  private final Known known;
  private final Sheets sheets;
  private final Bookmarks bookmarks = new Bookmarks();
  private final List<Integer> starts = new ArrayList<>();

  private PaperReport(Page page, Known known, Sheets sheets) {
    this.page = page;
    this.known = known;
    this.sheets = sheets;
  }

  /**
   * What the first sheet says of all the others, and so what is known only once they are written.
   *
   * @param starts the sheet on which each section starts
   * @param lacking whether there are letters that no font has
   */
  private record Known(List<Integer> starts, boolean lacking) {}

  /** A file, and what became known by writing it. */
  private record Written(byte[] file, Known known) {}

  /** The whole file. */
  public static byte[] of(Page page) {
    Known known = new Known(page.sections().stream().map(_ -> 1).toList(), false);
    Written written = written(page, known);
    for (int i = 1; i < TRIES && !written.known().equals(known); i++) {
      known = written.known();
      written = written(page, known);
    }
    return written.file();
  }

  private static Written written(Page page, Known known) {
    try (PDDocument document = new PDDocument()) {
      Sheets sheets = new Sheets(document, new Fonts(document));
      PaperReport paper = new PaperReport(page, known, sheets);
      paper.write();
      sheets.close(page.running());
      paper.bookmarks.addTo(document);
      Known learnt = new Known(List.copyOf(paper.starts), sheets.fonts().areLacking());
      return new Written(learnt.equals(known) ? FixedFile.of(document, page) : new byte[0], learnt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    heading("H1", page.title(), Style.TITLE, 0);
    blocks(page.lead());
    if (known.lacking()) {
      notice(LACKING);
    }
    contents();
    int number = 0;
    for (Section section : page.sections()) {
      number++;
      String title = number + ". " + section.title();
      sheets
          .tags()
          .within(
              "Sect",
              () -> {
                heading("H2", title, Style.SECTION, opening(section.blocks()));
                starts.add(sheets.count());
                bookmarks.add(title, sheets.page(), sheets.y());
                blocks(section.blocks());
              });
    }
  }

  /** The sections with the sheets on which they start. */
  private void contents() {
    float leading = Style.CELL * Style.LEADING;
    sheets.need(page.sections().size() * leading);
    sheets
        .tags()
        .within(
            "TOC",
            () -> {
              for (int i = 0; i < page.sections().size(); i++) {
                entry(i + 1, page.sections().get(i).title(), known.starts().get(i));
              }
            });
    sheets.down(Style.GAP);
  }

  private void entry(int number, String title, int sheet) {
    Run left = new Run(number + ". " + title, Face.PLAIN, false);
    Run right = new Run("page " + sheet, Face.PLAIN, true);
    float edge = Style.SIDE + Style.ROOM * 0.6f;
    sheets
        .tags()
        .within(
            "TOCI",
            () -> {
              sheets.line(List.of(left), Style.SIDE, sheets.y(), Style.CELL);
              float x = edge - sheets.fonts().width(right, Style.CELL);
              sheets.line(List.of(right), x, sheets.y(), Style.CELL);
            });
    sheets.down(Style.CELL * Style.LEADING);
  }

  private void blocks(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      block(blocks.get(i), blocks.subList(i + 1, blocks.size()));
    }
  }

  private void block(Block block, List<Block> then) {
    switch (block) {
      case Block.Subheading(String title) -> heading("H3", title, Style.SUBHEADING, opening(then));
      case Block.Paragraph(Text text) -> text(text, 0, Style.ROOM);
      case Block.Notice(Text text) -> notice(text);
      case Block.Bullets(List<Text> items) ->
          sheets.tags().within("L", () -> items.forEach(this::item));
      case Block.Facts(List<Block.Fact> facts) -> grid().draw(rows(facts), Face.BOLD);
      case Block.Table table -> {
        sheets.need(opening(List.of(table)));
        text(Text.strong(table.caption()), 0, Style.ROOM);
        grid(table).draw(table.rows(), Face.PLAIN);
      }
      case Block.Listing(String _, String code) -> sheets.tags().within("P", () -> listing(code));
    }
  }

  /** How much room the first of these needs, so that what announces it stands on its sheet. */
  private float opening(List<Block> blocks) {
    if (blocks.isEmpty()) {
      return 0;
    }
    float line = Style.BODY * Style.LEADING;
    return switch (blocks.getFirst()) {
      case Block.Subheading _ -> 3 * Style.SUBHEADING + opening(blocks.subList(1, blocks.size()));
      case Block.Paragraph _ -> 2 * line + opening(blocks.subList(1, blocks.size()));
      case Block.Notice _, Block.Bullets _, Block.Listing _ -> 4 * line;
      case Block.Facts(List<Block.Fact> facts) -> grid().opening(rows(facts), Face.BOLD);
      case Block.Table table -> line + Style.GAP + grid(table).opening(table.rows(), Face.PLAIN);
    };
  }

  private Grid grid() {
    return new Grid(sheets, List.of(24, 76), List.of());
  }

  private Grid grid(Block.Table table) {
    return new Grid(
        sheets,
        table.columns().stream().map(Block.Column::weight).toList(),
        table.columns().stream().map(column -> Text.of(column.title())).toList());
  }

  private static List<List<Text>> rows(List<Block.Fact> facts) {
    return facts.stream().map(fact -> List.of(Text.of(fact.name()), fact.value())).toList();
  }

  private void heading(String tag, String title, float size, float below) {
    List<List<Run>> lines =
        Wrapping.of(Text.strong(title), Face.BOLD, sheets.fonts(), size, Style.ROOM);
    sheets.gap(size * 0.9f);
    sheets.need(lines.size() * size * Style.LEADING + Style.GAP + below);
    sheets
        .tags()
        .within(
            tag,
            () -> {
              for (List<Run> line : lines) {
                sheets.line(line, Style.SIDE, sheets.y(), size);
                sheets.down(size * Style.LEADING);
              }
            });
    if (size == Style.SECTION) {
      sheets.rule(Style.SIDE, sheets.y() - 1, Style.ROOM, 1);
    }
    sheets.down(Style.GAP);
  }

  private void notice(Text text) {
    float inset = 8;
    List<List<Run>> lines =
        Wrapping.of(text, Face.PLAIN, sheets.fonts(), Style.BODY, Style.ROOM - 2 * inset);
    float height = lines.size() * Style.BODY * Style.LEADING + inset;
    sheets.need(height);
    sheets.fill(Style.SIDE, sheets.y(), Style.ROOM, height, 0.94f);
    sheets.fill(Style.SIDE, sheets.y(), 2.5f, height, 0.3f);
    sheets.down(inset / 2);
    sheets
        .tags()
        .within(
            "P",
            () -> {
              for (List<Run> line : lines) {
                sheets.line(line, Style.SIDE + inset, sheets.y(), Style.BODY);
                sheets.down(Style.BODY * Style.LEADING);
              }
            });
    sheets.down(inset / 2 + Style.GAP);
  }

  private void item(Text text) {
    sheets.need(2 * Style.BODY * Style.LEADING);
    Run bullet = new Run("•", Face.PLAIN, false);
    sheets
        .tags()
        .within(
            "LI",
            () -> {
              sheets
                  .tags()
                  .within(
                      "Lbl",
                      () -> sheets.line(List.of(bullet), Style.SIDE + 4, sheets.y(), Style.BODY));
              lines("LBody", text, 14, Style.ROOM - 14);
            });
    sheets.down(3 - Style.GAP);
  }

  private void text(Text text, float indent, float room) {
    lines("P", text, indent, room);
  }

  private void lines(String tag, Text text, float indent, float room) {
    sheets
        .tags()
        .within(
            tag,
            () -> {
              for (List<Run> line :
                  Wrapping.of(text, Face.PLAIN, sheets.fonts(), Style.BODY, room)) {
                sheets.need(Style.BODY * Style.LEADING);
                sheets.line(line, Style.SIDE + indent, sheets.y(), Style.BODY);
                sheets.down(Style.BODY * Style.LEADING);
              }
            });
    sheets.down(Style.GAP);
  }

  private void listing(String code) {
    float leading = Style.LISTING * Style.LEADING;
    List<List<Run>> lines =
        Wrapping.ofListing(code, sheets.fonts(), Style.LISTING, Style.ROOM - 12);
    sheets.need(Math.min(lines.size(), 4) * leading + 2 * Style.PAD);
    int from = 0;
    while (from < lines.size()) {
      int fits = (int) ((sheets.left() - 2 * Style.PAD) / leading);
      if (fits < 1) {
        sheets.turn();
        continue;
      }
      List<List<Run>> here = lines.subList(from, Math.min(lines.size(), from + fits));
      // What is behind the letters goes first, or it would cover those of the line above.
      sheets.fill(Style.SIDE, sheets.y(), Style.ROOM, here.size() * leading + 2 * Style.PAD, 0.95f);
      sheets.down(Style.PAD);
      for (List<Run> line : here) {
        sheets.line(line, Style.SIDE + 6, sheets.y(), Style.LISTING);
        sheets.down(leading);
      }
      sheets.down(Style.PAD);
      from += here.size();
    }
    sheets.down(Style.GAP);
  }
}
