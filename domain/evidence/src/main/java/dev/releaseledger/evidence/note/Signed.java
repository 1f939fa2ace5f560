package dev.releaseledger.evidence.note;

import dev.releaseledger.evidence.key.VerifierKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A signature that has been verified.
 *
 * @param key who signed
 * @param signature the line of the note
 */
public record Signed(VerifierKey key, NoteSignature signature) {

  /** When, as far as the signature says so. */
  public Optional<Instant> at() {
    return Signing.time(key, signature).stream().mapToObj(Instant::ofEpochSecond).findFirst();
  }
}
