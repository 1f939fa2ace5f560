package dev.releaseledger.evidence.key;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Utf8;

/** The name of a key in a signed note (C2SP signed-note). */
public final class KeyName {

  private KeyName() {}

  /** The name; one that cannot stand in a signature line is refused. */
  public static String checked(String name) {
    boolean unfit = name.chars().anyMatch(c -> c == '+' || c < 0x20 || c == 0x7f || isSpace(c));
    if (name.isEmpty() || unfit || !Utf8.isWellFormed(name)) {
      throw new Malformed("a key name that is empty, or has a space or a plus in it");
    }
    return name;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }
}
