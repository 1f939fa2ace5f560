package dev.releaseledger.domain.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 digest that names a value by its content, written {@code sha256:<64 hex digits>}. */
public record Fingerprint(String value) implements Comparable<Fingerprint> {

  private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

  public Fingerprint {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a fingerprint: " + value);
    }
  }

  /** The fingerprint of a value: the digest over the UTF-8 bytes of its canonical JSON. */
  public static Fingerprint of(Object value) {
    return ofBytes(Canonical.json(value).getBytes(StandardCharsets.UTF_8));
  }

  /** The fingerprint of bytes as they are. */
  public static Fingerprint ofBytes(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Fingerprint("sha256:" + HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int compareTo(Fingerprint other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
