package dev.releaseledger.evidence.note;

import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.SignerKey;
import java.util.Arrays;

/** Keys that are the same in each run. */
public final class Keys {

  private Keys() {}

  /** A key that signs notes. */
  public static SignerKey log(String name, int seed) {
    return new SignerKey(name, KeyType.ED25519, secret(seed));
  }

  /** A key that cosigns checkpoints. */
  public static SignerKey witness(String name, int seed) {
    return new SignerKey(name, KeyType.COSIGNATURE, secret(seed));
  }

  private static Ed25519Secret secret(int seed) {
    byte[] bytes = new byte[Ed25519Secret.LENGTH];
    Arrays.fill(bytes, (byte) seed);
    return Ed25519Secret.of(bytes);
  }
}
