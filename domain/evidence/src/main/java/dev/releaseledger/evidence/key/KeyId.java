package dev.releaseledger.evidence.key;

import dev.releaseledger.evidence.Malformed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The short name by which a signature finds its key; no proof of anything (C2SP signed-note).
 *
 * @param value its 32 bits
 */
public record KeyId(int value) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{8}");

  /** The start of SHA-256(name, newline, type, key). */
  public static KeyId of(String name, KeyType type, Ed25519Key key) {
    return new KeyId(ByteBuffer.wrap(digest(name, type, key).bytes()).getInt());
  }

  /** The whole of SHA-256(name, newline, type, key), by which some know the owner of a key. */
  public static Sha256 digest(String name, KeyType type, Ed25519Key key) {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    input.write('\n');
    input.write(type.code());
    input.writeBytes(key.bytes());
    return Sha256.of(input.toByteArray());
  }

  static KeyId parse(String text) {
    if (!HEX.matcher(text).matches()) {
      throw new Malformed("a key id that is not 8 lower-case hexadecimal digits");
    }
    return new KeyId(HexFormat.fromHexDigits(text));
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(value);
  }
}
