package dev.releaseledger.cli.render;

/** Text for people as it grows: lines, indented blocks, fields and tables. */
public final class Page {
  private final StringBuilder text;
  private final Style style;
  private final String indent;

  /** Creates an empty page. */
  public Page(Style style) {
    this(new StringBuilder(), style, "");
  }

  private Page(StringBuilder text, Style style, String indent) {
    this.text = text;
    this.style = style;
    this.indent = indent;
  }

  /** Returns the colours to write with. */
  public Style style() {
    return style;
  }

  /** Returns the same page, written two columns further in. */
  public Page in() {
    return new Page(text, style, indent + "  ");
  }

  /** Writes a line, or each line of a text of several; nothing at all when there is no text. */
  public Page line(String line) {
    if (!line.isEmpty()) {
      line.stripTrailing()
          .lines()
          .forEach(l -> text.append((indent + l).stripTrailing()).append('\n'));
    }
    return this;
  }

  /** Writes a text exactly as it is, whatever it holds, and ends its last line. */
  public Page verbatim(String exact) {
    text.append(exact).append(exact.endsWith("\n") ? "" : "\n");
    return this;
  }

  /** Leaves a line free, unless the page is empty or one is free already. */
  public Page gap() {
    if (!text.isEmpty() && text.lastIndexOf("\n\n") != text.length() - 2) {
      text.append('\n');
    }
    return this;
  }

  /** Returns everything written. */
  public String text() {
    return text.toString();
  }
}
