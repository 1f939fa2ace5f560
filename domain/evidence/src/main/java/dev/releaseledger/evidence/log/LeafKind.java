package dev.releaseledger.evidence.log;

import dev.releaseledger.evidence.Malformed;

/** What a leaf stands for. */
public enum LeafKind {
  /** An event of the ledger. */
  EVENT("event"),
  /** The log is signed with another key from here on. */
  KEY_ROTATION("key-rotation"),
  /** Nothing follows in this log. */
  FREEZE("freeze"),
  /** A statement about a release has been signed. */
  STATEMENT("statement");

  private final String text;

  LeafKind(String text) {
    this.text = text;
  }

  /** How a leaf says it. */
  public String text() {
    return text;
  }

  /** The kind that this text says. */
  static LeafKind of(String text) {
    for (LeafKind kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    throw new Malformed("a leaf of an unknown kind");
  }
}
