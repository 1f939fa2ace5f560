package dev.releaseledger.domain.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/**
 * The name of an immutable release: {@code rel_} and a ULID.
 *
 * <p>It is derived, not drawn: the ULID's time is the commit's, its 80 random bits are the start of
 * a SHA-256 over project, ref and schemas. The same content therefore has the same name wherever
 * and whenever it is released, and ids sort by commit time.
 */
public record ReleaseId(String value) {

  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  public ReleaseId {
    if (!value.matches("rel_[0-9A-HJKMNP-TV-Z]{26}")) {
      throw new IllegalArgumentException("not a release id: " + value);
    }
  }

  /** Derives the id of a release from what it consists of. */
  public static ReleaseId derive(
      String project, String ref, Instant committedAt, SortedMap<String, String> schemas) {
    MessageDigest sha256 = sha256();
    feed(sha256, "release-ledger/release/v1");
    feed(sha256, project);
    feed(sha256, ref);
    for (Map.Entry<String, String> schema : schemas.entrySet()) {
      feed(sha256, schema.getKey());
      feed(sha256, schema.getValue());
    }
    return new ReleaseId("rel_" + ulid(committedAt.toEpochMilli(), sha256.digest()));
  }

  private static void feed(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    // The length before each part keeps ("ab", "c") and ("a", "bc") apart.
    digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) ':');
    digest.update(bytes);
  }

  private static String ulid(long epochMillis, byte[] random) {
    char[] text = new char[26];
    long time = epochMillis & 0xFFFF_FFFF_FFFFL;
    for (int i = 9; i >= 0; i--) {
      text[i] = CROCKFORD.charAt((int) (time & 31));
      time >>>= 5;
    }
    for (int i = 0; i < 16; i++) {
      text[10 + i] = CROCKFORD.charAt(fiveBits(random, i * 5));
    }
    return new String(text);
  }

  private static int fiveBits(byte[] bytes, int bit) {
    int window = ((bytes[bit / 8] & 0xFF) << 8) | (bytes[bit / 8 + 1] & 0xFF);
    return (window >>> (11 - bit % 8)) & 31;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
