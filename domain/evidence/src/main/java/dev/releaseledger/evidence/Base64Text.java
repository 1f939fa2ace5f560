package dev.releaseledger.evidence;

import java.util.Base64;

/** Standard Base64 (RFC 4648, section 4) in which each value has one spelling only. */
public final class Base64Text {

  private Base64Text() {}

  /** The one spelling of these bytes. */
  public static String of(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes; what lacks padding or carries stray bits at its end is refused. */
  public static byte[] decode(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new Malformed("not Base64");
    }
    // The decoder of the JDK takes several spellings for one value.
    if (!of(bytes).equals(text)) {
      throw new Malformed("Base64 that is not in its only form");
    }
    return bytes;
  }

  /** The bytes, of which there have to be this many. */
  public static byte[] decode(String text, int length) {
    byte[] bytes = decode(text);
    if (bytes.length != length) {
      throw new Malformed("Base64 of " + bytes.length + " bytes instead of " + length);
    }
    return bytes;
  }
}
