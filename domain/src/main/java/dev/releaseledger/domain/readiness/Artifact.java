package dev.releaseledger.domain.readiness;

import org.jspecify.annotations.Nullable;

/**
 * A file that is given as evidence.
 *
 * @param path where it is, as whoever gave it calls it
 * @param sha256 the digest of its bytes, 64 hexadecimal digits; {@link #NO_DIGEST} where there are
 *     none
 */
public record Artifact(EvidenceDomain domain, String path, String sha256, Reading reading) {

  /** The digest of a file that is not there. */
  public static final String NO_DIGEST = "0".repeat(64);

  /** What came of reading it. */
  public sealed interface Reading {}

  /**
   * It is JSON.
   *
   * @param value maps, lists, texts, numbers, booleans and null
   */
  public record Parsed(@Nullable Object value) implements Reading {}

  /** It is not there, or no JSON in UTF-8. */
  public record Unreadable() implements Reading {}
}
