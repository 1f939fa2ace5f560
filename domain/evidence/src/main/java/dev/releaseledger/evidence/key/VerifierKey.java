package dev.releaseledger.evidence.key;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A key that verifies signatures of notes, known under a name (C2SP signed-note, verifier keys).
 *
 * @param name whose key it is
 * @param type what it signs
 * @param key the key
 */
public record VerifierKey(String name, KeyType type, Ed25519Key key) {

  /** Refuses a name that cannot stand in a signature line. */
  public VerifierKey {
    name = KeyName.checked(name);
  }

  /** By which signatures name it. */
  public KeyId id() {
    return KeyId.of(name, type, key);
  }

  /** The text of the key, such as {@code example.com/log+c74f20a3+ARpc2Q...}. */
  public String text() {
    return name + "+" + id() + "+" + Base64Text.of(material(type, key.bytes()));
  }

  /** The key of this text; one whose id is not that of name and key is refused. */
  public static Read<VerifierKey> parse(String text) {
    return Read.of(() -> parsed(text));
  }

  private static VerifierKey parsed(String text) {
    // Base64 may have a plus in it; name and id may not.
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw new Malformed("a verifier key has a name, an id and a key, with a plus between them");
    }
    KeyId id = KeyId.parse(parts[1]);
    byte[] material = Base64Text.decode(parts[2]);
    if (material.length != 1 + Ed25519Key.LENGTH) {
      throw new Malformed("a verifier key that is not of 33 bytes");
    }
    Ed25519Key key = Ed25519Key.of(Arrays.copyOfRange(material, 1, material.length));
    VerifierKey parsed = new VerifierKey(parts[0], KeyType.of(material[0]), key);
    if (!parsed.id().equals(id)) {
      throw new Malformed("the id of the verifier key is not that of its name and key");
    }
    return parsed;
  }

  static byte[] material(KeyType type, byte[] key) {
    return ByteBuffer.allocate(1 + key.length).put(type.code()).put(key).array();
  }

  @Override
  public String toString() {
    return text();
  }
}
