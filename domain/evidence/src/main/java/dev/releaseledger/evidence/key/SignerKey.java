package dev.releaseledger.evidence.key;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import java.util.Arrays;

/**
 * A key that signs notes under a name.
 *
 * @param name whose key it is
 * @param type what it signs
 * @param secret the key
 */
public record SignerKey(String name, KeyType type, Ed25519Secret secret) {

  private static final String PREFIX = "PRIVATE+KEY+";

  /** Refuses a name that cannot stand in a signature line. */
  public SignerKey {
    name = KeyName.checked(name);
  }

  /** The key that verifies what this one signs. */
  public VerifierKey verifier() {
    return new VerifierKey(name, type, secret.publicKey());
  }

  /** The secret in the form that {@code golang.org/x/mod/sumdb/note} and its kin read. */
  public String secretText() {
    byte[] material = VerifierKey.material(type, secret.seed());
    return PREFIX + name + "+" + verifier().id() + "+" + Base64Text.of(material);
  }

  /** The key of this text. */
  public static Read<SignerKey> parse(String text) {
    return Read.of(() -> parsed(text));
  }

  private static SignerKey parsed(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new Malformed("a signer key starts with " + PREFIX);
    }
    String[] parts = text.substring(PREFIX.length()).split("\\+", 3);
    if (parts.length != 3) {
      throw new Malformed("a signer key has a name, an id and a key, with a plus between them");
    }
    KeyId id = KeyId.parse(parts[1]);
    byte[] material = Base64Text.decode(parts[2]);
    if (material.length != 1 + Ed25519Secret.LENGTH) {
      throw new Malformed("a signer key that is not of 33 bytes");
    }
    Ed25519Secret secret = Ed25519Secret.of(Arrays.copyOfRange(material, 1, material.length));
    SignerKey parsed = new SignerKey(parts[0], KeyType.of(material[0]), secret);
    if (!parsed.verifier().id().equals(id)) {
      throw new Malformed("the id of the signer key is not that of its name and key");
    }
    return parsed;
  }

  @Override
  public String toString() {
    return "the secret of " + verifier();
  }
}
