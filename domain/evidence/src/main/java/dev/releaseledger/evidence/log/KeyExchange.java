package dev.releaseledger.evidence.log;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signing;
import java.util.List;

/**
 * What two keys sign to vouch for each other when one follows the other (a C2SP signed-note, which
 * is no checkpoint): the older that the newer may sign, the newer which one it follows. So neither
 * of them alone can be given another past or another future.
 */
public final class KeyExchange {

  private static final String SECOND_LINE = "key exchange";

  private KeyExchange() {}

  /** The note for a key that follows another. */
  public static Note sign(SignerKey previous, SignerKey key) {
    String text = text(previous.verifier(), key.verifier());
    return new Note(text, List.of(Signing.sign(previous, text), Signing.sign(key, text)));
  }

  /** Refuses a rotation that not both keys have signed. */
  public static void require(LogChange.Rotated rotated) {
    Note note = rotated.note();
    List<VerifierKey> both = List.of(rotated.previous(), rotated.key());
    boolean isSigned =
        note.text().equals(text(rotated.previous(), rotated.key()))
            && note.verify(both).orThrow().size() == both.size();
    if (!isSigned) {
      throw new Malformed("the two keys of the rotation have not vouched for each other");
    }
  }

  private static String text(VerifierKey previous, VerifierKey key) {
    return key.name() + "\n" + SECOND_LINE + "\n" + previous.text() + "\n" + key.text() + "\n";
  }
}
