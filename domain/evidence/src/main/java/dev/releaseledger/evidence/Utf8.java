package dev.releaseledger.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 that is refused, not repaired, where it is not valid. */
public final class Utf8 {

  private Utf8() {}

  /** The text that these bytes encode. */
  public static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("not valid UTF-8");
    }
  }

  /** The bytes of this text; a surrogate without its other half has none. */
  public static byte[] encode(String text) {
    if (!isWellFormed(text)) {
      throw new Malformed("a surrogate without its other half");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether every surrogate of the text has its other half. */
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (!Character.isSurrogate(unit)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(unit)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) {
        return false;
      }
      i++;
    }
    return true;
  }
}
