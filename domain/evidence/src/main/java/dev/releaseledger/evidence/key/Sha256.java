package dev.releaseledger.evidence.key;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Malformed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A SHA-256 digest. */
public final class Sha256 {

  /** How many bytes it has. */
  public static final int LENGTH = 32;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  private final byte[] bytes;

  private Sha256(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The digest of these bytes. */
  public static Sha256 of(byte[] content) {
    return new Sha256(digest().digest(content));
  }

  /** The digest of a prefix byte and two digests, as a Merkle tree needs it. */
  public static Sha256 of(byte prefix, Sha256 left, Sha256 right) {
    MessageDigest digest = digest();
    digest.update(prefix);
    digest.update(left.bytes);
    return new Sha256(digest.digest(right.bytes));
  }

  /** The digest of a prefix byte and content. */
  public static Sha256 of(byte prefix, byte[] content) {
    MessageDigest digest = digest();
    digest.update(prefix);
    return new Sha256(digest.digest(content));
  }

  /** The digest that has been computed elsewhere. */
  public static Sha256 wrap(byte[] bytes) {
    return wrap(bytes, 0, bytes.length);
  }

  /** The digest that has been computed elsewhere, from a part of a longer array. */
  public static Sha256 wrap(byte[] bytes, int from, int length) {
    if (length != LENGTH) {
      throw new Malformed("a SHA-256 digest of " + length + " bytes");
    }
    return new Sha256(Arrays.copyOfRange(bytes, from, from + length));
  }

  /** The digest written as 64 lower-case hexadecimal digits. */
  public static Sha256 parseHex(String text) {
    if (!HEX.matcher(text).matches()) {
      throw new Malformed("not 64 lower-case hexadecimal digits");
    }
    return new Sha256(HexFormat.of().parseHex(text));
  }

  /** The digest written in Base64. */
  public static Sha256 parseBase64(String text) {
    return new Sha256(Base64Text.decode(text, LENGTH));
  }

  /** Its 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Its 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** Its Base64. */
  public String base64() {
    return Base64Text.of(bytes);
  }

  /** Copies its 32 bytes to this place. */
  public void copyTo(byte[] target, int at) {
    System.arraycopy(bytes, 0, target, at, LENGTH);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sha256 that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
