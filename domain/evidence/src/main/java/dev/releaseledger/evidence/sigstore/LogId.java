package dev.releaseledger.evidence.sigstore;

import dev.releaseledger.evidence.key.KeyId;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.VerifierKey;

/** How Sigstore knows a log: by the whole of the digest that a key id is the start of. */
public final class LogId {

  private LogId() {}

  /** The id of the log with this key. */
  public static Sha256 of(VerifierKey key) {
    return KeyId.digest(key.name(), KeyType.ED25519, key.key());
  }
}
