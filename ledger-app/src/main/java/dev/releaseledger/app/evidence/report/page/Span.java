package dev.releaseledger.app.evidence.report.page;

/** A piece of a line. */
public sealed interface Span {

  /** Words. */
  record Words(String text) implements Span {

    /** Shows what would hide. */
    public Words {
      // What is around a piece is a part of the sentence.
      text = spaced(text);
    }
  }

  /** Words that matter. */
  record Strong(String text) implements Span {

    /** Shows what would hide. */
    public Strong {
      text = VisibleText.line(text);
    }
  }

  /** A name, a digest, a statement. */
  record Code(String text) implements Span {

    /** Shows what would hide. */
    public Code {
      text = VisibleText.line(text);
    }
  }

  /** The ledger has nothing here. */
  record Absent(String text) implements Span {}

  /** Another line of the same thing. */
  record NextLine() implements Span {}

  private static String spaced(String text) {
    String line = VisibleText.line(text);
    if (line.isEmpty()) {
      return text.isEmpty() ? "" : " ";
    }
    return (Character.isWhitespace(text.charAt(0)) ? " " : "")
        + line
        + (Character.isWhitespace(text.charAt(text.length() - 1)) ? " " : "");
  }
}
