package dev.releaseledger.evidence.attestation;

import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.key.Sha256;

/** The name under which a key is looked up: the SHA-256 of its DER, in hexadecimal digits. */
public final class KeyHint {

  private KeyHint() {}

  /** The hint at this key. */
  public static String of(Ed25519Key key) {
    return Sha256.of(key.spki()).hex();
  }
}
