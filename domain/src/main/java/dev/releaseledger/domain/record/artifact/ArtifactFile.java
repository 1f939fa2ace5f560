package dev.releaseledger.domain.record.artifact;

/**
 * A file to be written into a folder.
 *
 * @param name its path below the folder, with slashes
 */
public record ArtifactFile(String name, String content) {

  private static final int DIGITS = 64;

  /** The digest of its bytes, as 64 hexadecimal digits. */
  public String sha256() {
    return ReferenceIds.hex(content, DIGITS);
  }
}
