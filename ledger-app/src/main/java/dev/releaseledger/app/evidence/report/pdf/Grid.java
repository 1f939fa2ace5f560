package dev.releaseledger.app.evidence.report.pdf;

import dev.releaseledger.app.evidence.report.page.Text;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** Cells side by side, row below row; the head stands again on each sheet. */
final class Grid {

  /** A row that needs at most this much is not divided between two sheets. */
  private static final float WHOLE = 260;

  private final Sheets sheets;
  private final float[] widths;
  private final List<Text> head;
  private boolean announced;

  /** A grid of columns that are as wide beside each other as their weights say. */
  Grid(Sheets sheets, List<Integer> weights, List<Text> head) {
    this.sheets = sheets;
    this.head = head;
    int all = weights.stream().mapToInt(weight -> weight).sum();
    this.widths = new float[weights.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Style.ROOM * weights.get(i) / all;
    }
  }

  void draw(List<List<Text>> rows, Face first) {
    sheets.tags().within("Table", () -> drawRows(rows, first));
    sheets.down(Style.GAP);
  }

  private void drawRows(List<List<Text>> rows, Face first) {
    boolean headed = false;
    for (List<Text> row : rows) {
      List<List<List<Run>>> cells = cells(row, first);
      float height = height(cells);
      float wanted = headed ? 0 : headHeight();
      if (sheets.left() < wanted + Math.min(height, WHOLE) && !sheets.isFresh()) {
        sheets.turn();
        headed = false;
      }
      if (!headed) {
        drawHead();
        headed = true;
      }
      drawRow(cells);
    }
  }

  /** How much room the head and the first row need at least. */
  float opening(List<List<Text>> rows, Face first) {
    return headHeight() + Math.min(height(cells(rows.getFirst(), first)), WHOLE);
  }

  private float headHeight() {
    return head.isEmpty() ? 0 : height(cells(head, Face.BOLD, Face.BOLD));
  }

  private void drawHead() {
    if (head.isEmpty()) {
      return;
    }
    List<List<List<Run>>> cells = cells(head, Face.BOLD, Face.BOLD);
    float height = height(cells);
    sheets.fill(Style.SIDE, sheets.y(), Style.ROOM, height, 0.92f);
    if (announced) {
      // On the sheets that follow it is there for the eye only.
      sheets.beside(() -> part(cells, List.of(), 0, Integer.MAX_VALUE));
    } else {
      part(cells, tagged("Column", "Column"), 0, Integer.MAX_VALUE);
    }
    announced = true;
    sheets.down(height);
    sheets.rule(Style.SIDE, sheets.y(), Style.ROOM, 0.8f);
  }

  /** The cells of a row in the structure, heads among them; a row without a head is named first. */
  private List<PDStructureElement> tagged(String first, String others) {
    List<PDStructureElement> made = new ArrayList<>();
    Tags tags = sheets.tags();
    tags.within(
        "TR",
        () -> {
          for (int i = 0; i < widths.length; i++) {
            String scope = i == 0 ? first : others;
            made.add(scope.isEmpty() ? tags.make("TD") : tags.makeHead(scope));
          }
        });
    return made;
  }

  /** A row that is longer than the sheet goes on at the top of the next. */
  private void drawRow(List<List<List<Run>>> cells) {
    int rows = cells.stream().mapToInt(List::size).max().orElse(0);
    List<PDStructureElement> tagged = tagged(head.isEmpty() ? "Row" : "", "");
    int from = 0;
    while (from < rows) {
      int fits = (int) ((sheets.left() - 2 * Style.PAD) / leading());
      if (fits < Math.min(2, rows - from)) {
        sheets.turn();
        drawHead();
        continue;
      }
      int to = Math.min(rows, from + fits);
      part(cells, tagged, from, to);
      sheets.down((to - from) * leading() + 2 * Style.PAD);
      sheets.rule(Style.SIDE, sheets.y(), Style.ROOM, 0.4f);
      from = to;
    }
  }

  private void part(
      List<List<List<Run>>> cells, List<PDStructureElement> tagged, int from, int to) {
    float left = Style.SIDE;
    for (int column = 0; column < widths.length; column++) {
      float x = left;
      List<List<Run>> lines = cells.get(column);
      List<List<Run>> here =
          lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size()));
      if (tagged.isEmpty()) {
        write(here, x);
      } else {
        sheets.tags().within(tagged.get(column), () -> write(here, x));
      }
      left += widths[column];
    }
  }

  private void write(List<List<Run>> lines, float x) {
    float top = sheets.y() - Style.PAD;
    for (List<Run> line : lines) {
      sheets.line(line, x + Style.PAD, top, Style.CELL);
      top -= leading();
    }
  }

  private List<List<List<Run>>> cells(List<Text> row, Face first) {
    return cells(row, first, Face.PLAIN);
  }

  private List<List<List<Run>>> cells(List<Text> row, Face first, Face others) {
    List<List<List<Run>>> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      cells.add(
          Wrapping.of(
              row.get(i),
              i == 0 ? first : others,
              sheets.fonts(),
              Style.CELL,
              widths[i] - 2 * Style.PAD));
    }
    return cells;
  }

  private static float height(List<List<List<Run>>> cells) {
    return cells.stream().mapToInt(List::size).max().orElse(0) * leading() + 2 * Style.PAD;
  }

  private static float leading() {
    return Style.CELL * Style.LEADING;
  }
}
