package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.io.ByteArrayOutputStream;

/**
 * A free text of which an event or the statement holds a salted digest only.
 *
 * @param commitment SHA-256 over the salt and the text
 * @param salt sixteen random bytes, without which the digest says nothing
 * @param text the text
 */
public record RevealedText(Sha256 commitment, byte[] salt, String text) {

  private static final int SALT_LENGTH = 16;

  /** The commitment to a text with this salt. */
  public static Sha256 commitment(byte[] salt, String text) {
    ByteArrayOutputStream committed = new ByteArrayOutputStream();
    committed.writeBytes(salt);
    committed.writeBytes(Utf8.encode(text));
    return Sha256.of(committed.toByteArray());
  }

  /** Whether salt and text are what was committed to. */
  public boolean opens() {
    return commitment(salt, text).equals(commitment);
  }

  Json.Obj json() {
    return new Members()
        .digest("commitment", commitment)
        .text("salt", Base64Text.of(salt))
        .text("text", text)
        .built();
  }

  static RevealedText of(Fields fields) {
    return new RevealedText(
        fields.digest("commitment"),
        Base64Text.decode(fields.text("salt"), SALT_LENGTH),
        fields.text("text"));
  }
}
