package dev.releaseledger.evidence.sigstore;

/** How Sigstore names the keys that are used here. */
final class SigstoreKeys {

  static final String ED25519 = "PKIX_ED25519";

  private SigstoreKeys() {}
}
