package dev.releaseledger.evidence.attestation;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Ed25519Secret;
import java.util.Arrays;
import java.util.List;

/** A payload with signatures over it and its type (DSSE 1.0.2). */
public record Envelope(String payloadType, byte[] payload, List<EnvelopeSignature> signatures) {

  private static final int MOST_SIGNATURES = 100;

  /** Refuses an envelope that nobody signed, or so many that it is an attack. */
  public Envelope {
    signatures = List.copyOf(signatures);
    if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
      throw new Malformed("an envelope with " + signatures.size() + " signatures");
    }
  }

  /** An envelope signed by each of these. */
  public static Envelope sign(String payloadType, byte[] payload, Ed25519Secret... secrets) {
    byte[] signed = PreAuthentication.encode(payloadType, payload);
    return new Envelope(
        payloadType,
        payload.clone(),
        Arrays.stream(secrets)
            .map(secret ->
                new EnvelopeSignature(KeyHint.of(secret.publicKey()), secret.sign(signed)))
            .toList());
  }

  /** What is signed. */
  public byte[] preAuthentication() {
    return PreAuthentication.encode(payloadType, payload);
  }

  /** The envelope as JSON. */
  public Json.Obj json() {
    return new Members()
        .text("payload", Base64Text.of(payload))
        .text("payloadType", payloadType)
        .list(
            "signatures",
            signatures,
            signature ->
                new Members()
                    .text("keyid", signature.keyId())
                    .text("sig", Base64Text.of(signature.signature()))
                    .built())
        .built();
  }

  /** The envelope as it is stored. */
  public byte[] bytes() {
    return Canonical.bytes(json());
  }

  /** The envelope of this JSON text, which may have fields that nobody knows. */
  public static Read<Envelope> read(byte[] text) {
    return StrictJson.read(text).then(value -> Fields.of(value, Envelope::of));
  }

  /** The envelope within another JSON text. */
  public static Envelope of(Fields fields) {
    Envelope envelope =
        new Envelope(
            fields.text("payloadType"),
            EitherBase64.decode(fields.text("payload")),
            fields.objects("signatures", Envelope::signature));
    // Consumers MUST ignore unrecognized fields, says the specification.
    fields.ignoreOthers();
    return envelope;
  }

  private static EnvelopeSignature signature(Fields fields) {
    EnvelopeSignature signature =
        new EnvelopeSignature(
            fields.optionalText("keyid").orElse(""), EitherBase64.decode(fields.text("sig")));
    fields.ignoreOthers();
    return signature;
  }
}
