package dev.releaseledger.evidence.sigstore;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.attestation.Envelope;
import dev.releaseledger.evidence.attestation.EnvelopeSignature;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.key.Sha256;

/** The leaf that says that a signature was logged (Rekor v2, hashedrekord 0.0.2). */
public final class HashedRekord {

  /** What an entry of this form is called. */
  public static final String KIND = "hashedrekord";

  /** The version of the form. */
  public static final String VERSION = "0.0.2";

  private HashedRekord() {}

  /** The leaf for the signature of an envelope by this key: what is digested is what was signed. */
  public static byte[] leaf(Envelope envelope, EnvelopeSignature signature, Ed25519Key key) {
    return leaf(Sha256.of(envelope.preAuthentication()), signature.signature(), key);
  }

  /** The leaf for a signature by this key of the bytes that have this digest. */
  public static byte[] leaf(Sha256 digest, byte[] signature, Ed25519Key key) {
    Json.Obj data =
        new Members().text("algorithm", "SHA2_256").text("digest", digest.base64()).built();
    Json.Obj verifier =
        new Members()
            .text("keyDetails", SigstoreKeys.ED25519)
            .put("publicKey", new Members().text("rawBytes", Base64Text.of(key.spki())).built())
            .built();
    Json.Obj signed =
        new Members().text("content", Base64Text.of(signature)).put("verifier", verifier).built();
    Json.Obj spec =
        new Members()
            .put(
                "hashedRekordV002",
                new Members().put("data", data).put("signature", signed).built())
            .built();
    return Canonical.bytes(
        new Members().text("apiVersion", VERSION).text("kind", KIND).put("spec", spec).built());
  }
}
