package dev.releaseledger.app.evidence.report.page;

import java.util.List;

/** A part of a section. */
public sealed interface Block {

  /** A heading within a section. */
  record Subheading(String title) implements Block {}

  /** A paragraph. */
  record Paragraph(Text text) implements Block {}

  /** Something that must not be overlooked. */
  record Notice(Text text) implements Block {}

  /** Names and what they stand for. */
  record Facts(List<Fact> facts) implements Block {

    /** Keeps a copy. */
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** A name and what it stands for. */
  record Fact(String name, Text value) {}

  /** A list. */
  record Bullets(List<Text> items) implements Block {

    /** Keeps a copy. */
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /** Statements or commands, to the letter. */
  record Listing(String language, String code) implements Block {

    /** Shows what would hide. */
    public Listing {
      code = VisibleText.lines(code);
    }
  }

  /**
   * A table.
   *
   * @param caption what it tells
   */
  record Table(String caption, List<Column> columns, List<List<Text>> rows) implements Block {

    /** Keeps copies, and refuses a row with another number of cells. */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Text> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(row.size() + " cells in " + columns.size());
        }
      }
    }
  }

  /**
   * A column of a table.
   *
   * @param weight how wide it is beside the others
   */
  record Column(String title, int weight) {}
}
