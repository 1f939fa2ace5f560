package dev.releaseledger.evidence.note;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.key.KeyId;
import dev.releaseledger.evidence.key.KeyName;
import dev.releaseledger.evidence.key.VerifierKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A signature line of a note (C2SP signed-note).
 *
 * @param name of the key
 * @param encoded the id of the key and the signature, in Base64
 */
public record NoteSignature(String name, String encoded) {

  private static final String DASH = "\u2014 ";
  private static final int ID_LENGTH = 4;
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  /** Refuses a name that cannot stand in the line, and a signature without bytes. */
  public NoteSignature {
    name = KeyName.checked(name);
    if (Base64Text.decode(encoded).length <= ID_LENGTH) {
      throw new Malformed("a signature without content");
    }
  }

  /** The line for a signature by this key. */
  static NoteSignature of(VerifierKey key, byte[] signature) {
    byte[] bytes =
        ByteBuffer.allocate(ID_LENGTH + signature.length)
            .putInt(key.id().value())
            .put(signature)
            .array();
    return new NoteSignature(key.name(), Base64Text.of(bytes));
  }

  /** The signature of this line, which has no newline at its end. */
  static NoteSignature parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new Malformed("not a signature line");
    }
    return new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
  }

  /** The line, with its newline. */
  public String line() {
    return DASH + name + " " + encoded + "\n";
  }

  /** The id of the key. */
  public KeyId id() {
    return new KeyId(ByteBuffer.wrap(Base64Text.decode(encoded)).getInt());
  }

  /** What follows the id: the signature, in the form that the type of the key has. */
  public byte[] signature() {
    byte[] bytes = Base64Text.decode(encoded);
    return Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length);
  }

  /**
   * When it was made, if it is a cosignature (C2SP tlog-cosignature, v1): other signatures of notes
   * have no time before them. It claims that time until somebody verifies it.
   */
  public Optional<Instant> claimedTime() {
    byte[] bytes = signature();
    if (bytes.length != Long.BYTES + Ed25519Key.SIGNATURE_LENGTH) {
      return Optional.empty();
    }
    long seconds = ByteBuffer.wrap(bytes).getLong();
    return seconds > 0 && seconds < NEVER.getEpochSecond()
        ? Optional.of(Instant.ofEpochSecond(seconds))
        : Optional.empty();
  }

  /** Whether the line names this key. */
  public boolean names(VerifierKey key) {
    return name.equals(key.name()) && id().equals(key.id());
  }
}
