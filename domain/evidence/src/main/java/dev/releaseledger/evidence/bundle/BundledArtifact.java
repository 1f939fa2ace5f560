package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.key.Sha256;

/** An artifact with the exact bytes by whose digest events name it. */
public record BundledArtifact(ArtifactRole role, String name, byte[] content) {

  /** Where artifacts are in the archive. */
  public static final String FOLDER = "artifacts/";

  /** Where it is in the archive. */
  public String path() {
    return FOLDER + role.folder() + "/" + name;
  }

  /** Its digest. */
  public Sha256 digest() {
    return Sha256.of(content);
  }
}
