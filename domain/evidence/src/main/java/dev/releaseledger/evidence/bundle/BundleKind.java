package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Malformed;

/** What a bundle is evidence of. */
public enum BundleKind {
  /** One release of one environment. */
  RELEASE("release"),
  /** Everything between two checkpoints. */
  PERIOD("period");

  private final String word;

  BundleKind(String word) {
    this.word = word;
  }

  /** The word in reports. */
  public String word() {
    return word;
  }

  /** What the manifest of such a bundle says it is. */
  public String manifestType() {
    return "https://releaseledger.dev/evidence/" + word + "/v1";
  }

  /** Where the signed statement is in the archive. */
  public String statementBundle() {
    return word + ".sigstore.json";
  }

  static BundleKind ofManifest(String type) {
    for (BundleKind kind : values()) {
      if (kind.manifestType().equals(type)) {
        return kind;
      }
    }
    throw new Malformed("a manifest of a type that is not known");
  }
}
