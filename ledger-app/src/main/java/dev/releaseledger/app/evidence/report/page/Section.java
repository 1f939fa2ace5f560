package dev.releaseledger.app.evidence.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A section of a report.
 *
 * @param id what links to it have
 */
public record Section(String id, String title, List<Block> blocks) {

  /** Keeps a copy. */
  public Section {
    blocks = List.copyOf(blocks);
  }

  /** A section that is being written. */
  public static Draft draft(String id, String title) {
    return new Draft(id, title);
  }

  /** A section as it grows. What has nothing in it is left out. */
  public static final class Draft {

    private final String id;
    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    private Draft(String id, String title) {
      this.id = id;
      this.title = title;
    }

    /** Adds a heading. */
    public Draft subheading(String text) {
      blocks.add(new Block.Subheading(text));
      return this;
    }

    /** Adds a paragraph. */
    public Draft paragraph(Text text) {
      blocks.add(new Block.Paragraph(text));
      return this;
    }

    /** Adds a paragraph. */
    public Draft paragraph(String words) {
      return paragraph(Text.of(words));
    }

    /** Adds what must not be overlooked. */
    public Draft notice(Text text) {
      blocks.add(new Block.Notice(text));
      return this;
    }

    /** Adds names and what they stand for. */
    public Draft facts(List<Block.Fact> facts) {
      if (!facts.isEmpty()) {
        blocks.add(new Block.Facts(facts));
      }
      return this;
    }

    /** Adds a list. */
    public Draft bullets(List<Text> items) {
      if (!items.isEmpty()) {
        blocks.add(new Block.Bullets(items));
      }
      return this;
    }

    /** Adds statements or commands. */
    public Draft listing(String language, String code) {
      if (!code.isBlank()) {
        blocks.add(new Block.Listing(language, code));
      }
      return this;
    }

    /** Adds a table. */
    public Draft table(String caption, List<Block.Column> columns, List<List<Text>> rows) {
      if (!rows.isEmpty()) {
        blocks.add(new Block.Table(caption, columns, rows));
      }
      return this;
    }

    /** The section. */
    public Section written() {
      return new Section(id, title, blocks);
    }
  }
}
