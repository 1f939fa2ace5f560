package dev.releaseledger.app.evidence.report.pdf;

import dev.releaseledger.app.evidence.report.page.Block;
import dev.releaseledger.app.evidence.report.page.Page;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A report as PDF, to be read on paper; the same report is the same bytes. */
public final class PaperReport {

  private final Sheets sheets;
  private final Bookmarks bookmarks = new Bookmarks();

  private PaperReport(Sheets sheets) {
    this.sheets = sheets;
  }

  /** The whole file. */
  public static byte[] of(Page page) {
    try (PDDocument document = new PDDocument()) {
      Sheets sheets = new Sheets(document, new Fonts(document));
      PaperReport paper = new PaperReport(sheets);
      paper.write(page);
      sheets.close(page.running());
      paper.bookmarks.addTo(document);
      return FixedFile.of(document, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Page page) {
    heading(page.title(), Style.TITLE, 0);
    blocks(page.lead());
    for (Section section : page.sections()) {
      heading(section.title(), Style.SECTION, opening(section.blocks()));
      bookmarks.add(section.title(), sheets.page(), sheets.y());
      blocks(section.blocks());
    }
  }

  private void blocks(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      block(blocks.get(i), blocks.subList(i + 1, blocks.size()));
    }
  }

  private void block(Block block, List<Block> then) {
    switch (block) {
      case Block.Subheading(String title) -> heading(title, Style.SUBHEADING, opening(then));
      case Block.Paragraph(Text text) -> text(text, 0, Style.ROOM);
      case Block.Notice(Text text) -> notice(text);
      case Block.Bullets(List<Text> items) -> items.forEach(this::item);
      case Block.Facts(List<Block.Fact> facts) -> grid().draw(rows(facts), Face.BOLD);
      case Block.Table table -> {
        sheets.need(opening(List.of(table)));
        text(Text.strong(table.caption()), 0, Style.ROOM);
        grid(table).draw(table.rows(), Face.PLAIN);
      }
      case Block.Listing(String _, String code) -> listing(code);
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

  private void heading(String title, float size, float below) {
    List<List<Run>> lines =
        Wrapping.of(Text.strong(title), Face.BOLD, sheets.fonts(), size, Style.ROOM);
    sheets.gap(size * 0.9f);
    sheets.need(lines.size() * size * Style.LEADING + Style.GAP + below);
    for (List<Run> line : lines) {
      sheets.line(line, Style.SIDE, sheets.y(), size);
      sheets.down(size * Style.LEADING);
    }
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
    for (List<Run> line : lines) {
      sheets.line(line, Style.SIDE + inset, sheets.y(), Style.BODY);
      sheets.down(Style.BODY * Style.LEADING);
    }
    sheets.down(inset / 2 + Style.GAP);
  }

  private void item(Text text) {
    sheets.need(2 * Style.BODY * Style.LEADING);
    sheets.line(List.of(new Run("•", Face.PLAIN, false)), Style.SIDE + 4, sheets.y(), Style.BODY);
    text(text, 14, Style.ROOM - 14);
    sheets.down(3 - Style.GAP);
  }

  private void text(Text text, float indent, float room) {
    for (List<Run> line : Wrapping.of(text, Face.PLAIN, sheets.fonts(), Style.BODY, room)) {
      sheets.need(Style.BODY * Style.LEADING);
      sheets.line(line, Style.SIDE + indent, sheets.y(), Style.BODY);
      sheets.down(Style.BODY * Style.LEADING);
    }
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
