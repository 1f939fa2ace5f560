package dev.releaseledger.app.sealing;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.sigstore.HashedRekord;

/**
 * The event of which the leaf is a hashedrekord, so that verifiers of Sigstore find it. What such a
 * leaf has no place for, who it was and when, is in the event that follows it.
 */
public final class LoggedStatement {

  /** The name of the event. */
  public static final String EVENT = "statement-logged";

  private LoggedStatement() {}

  /** The leaf that belongs to the payload of such an event. */
  static byte[] leaf(byte[] payload) {
    Json.Obj said = StrictJson.readObject(payload).orThrow();
    return HashedRekord.leaf(
        Sha256.parseBase64(said.text("signed")),
        Base64Text.decode(said.text("signature")),
        Ed25519Key.ofSpki(Base64Text.decode(said.text("key"))));
  }
}
