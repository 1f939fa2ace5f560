package dev.releaseledger.evidence.ssh;

import dev.releaseledger.evidence.Malformed;
import java.security.GeneralSecurityException;

/** A public key of SSH that can sign. */
sealed interface SshKey permits Ed25519Key, EcdsaKey, RsaKey, SecurityKey {

  /**
   * Whether a signature of the data was made with this key.
   *
   * @param algorithm how it was signed, as the signature says
   * @param signature what the algorithm made
   */
  boolean signed(byte[] data, String algorithm, WireReader signature)
      throws GeneralSecurityException;

  /** The key in the bytes that are compared, hashed and sent. */
  static SshKey of(byte[] blob) {
    WireReader reader = new WireReader(blob);
    String type = reader.text();
    try {
      SshKey key =
          switch (type) {
            case Ed25519Key.NAME -> Ed25519Key.read(reader);
            case SecurityKey.NAME -> SecurityKey.read(reader);
            case RsaKey.NAME -> RsaKey.read(reader);
            case "ssh-dss" -> throw new Malformed("DSA is too weak");
            default -> EcdsaKey.read(type, reader);
          };
      reader.end();
      return key;
    } catch (GeneralSecurityException e) {
      throw new Malformed("its key is none");
    }
  }

  /** The refusal of a signature that was not made as keys of a type do. */
  static Malformed notOf(String keyType) {
    return new Malformed("its algorithm is not one of a key of the type " + keyType);
  }
}
