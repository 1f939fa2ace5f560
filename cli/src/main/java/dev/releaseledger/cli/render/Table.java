package dev.releaseledger.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in aligned columns; a column that is empty in every row is not shown. */
final class Table {
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<String> header) {
    this.header = header;
  }

  static Table of(String... header) {
    return new Table(List.of(header));
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Writes the table, or the sentence when there is nothing in it. */
  void write(Page page, String whenEmpty) {
    if (rows.isEmpty()) {
      page.line(whenEmpty);
      return;
    }
    List<Integer> columns =
        IntStream.range(0, header.size())
            .filter(c -> rows.stream().anyMatch(row -> !row.get(c).isEmpty()))
            .boxed()
            .toList();
    page.line(joined(header.stream().map(page.style()::dim).toList(), columns));
    rows.forEach(row -> page.line(joined(row, columns)));
  }

  private String joined(List<String> cells, List<Integer> columns) {
    StringBuilder line = new StringBuilder();
    for (int column : columns) {
      String cell = cells.get(column);
      line.append(cell).append(" ".repeat(widest(column) - Style.width(cell) + 2));
    }
    return line.toString();
  }

  private int widest(int column) {
    return Math.max(
        header.get(column).length(),
        rows.stream().mapToInt(row -> Style.width(row.get(column))).max().orElse(0));
  }
}
