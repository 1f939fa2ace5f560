package dev.releaseledger.evidence.sigstore;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Verdict;
import dev.releaseledger.evidence.attestation.Envelope;
import dev.releaseledger.evidence.attestation.EnvelopeSignature;
import dev.releaseledger.evidence.attestation.KeyHint;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Ed25519Key;
import java.util.Arrays;
import java.util.List;

/**
 * A signed statement with the proof that it was logged and when it was signed at the latest
 * (Sigstore bundle v0.3): one signature, one entry of a log, and time stamps over the signature.
 */
public record SigstoreBundle(Envelope envelope, LoggedEntry entry, List<byte[]> timestamps) {

  private static final String MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";

  /** Refuses an envelope that the format has no room for. */
  public SigstoreBundle {
    timestamps = List.copyOf(timestamps);
    if (envelope.signatures().size() != 1) {
      throw new Malformed("a bundle has one signature");
    }
    if (envelope.payload().length == 0) {
      throw new Malformed("a bundle of nothing");
    }
  }

  /** The signature, over which the time stamps are. */
  public EnvelopeSignature signature() {
    return envelope.signatures().getFirst();
  }

  /** Whether what was logged is the signature of this envelope by this key. */
  public Verdict logs(Ed25519Key key) {
    if (!signature().keyId().equals(KeyHint.of(key))) {
      return Verdict.fails("the bundle is not signed by this key");
    }
    return Arrays.equals(entry.leaf(), HashedRekord.leaf(envelope, signature(), key))
        ? entry.included()
        : Verdict.fails("the entry of the log is not that of the signature");
  }

  /** The bundle as it is stored. */
  public byte[] bytes() {
    Json.Obj stamps =
        new Members()
            .list(
                "rfc3161Timestamps",
                timestamps,
                stamp -> new Members().text("signedTimestamp", Base64Text.of(stamp)).built())
            .built();
    Json.Obj material =
        new Members()
            .put("publicKey", new Members().text("hint", signature().keyId()).built())
            .put("timestampVerificationData", stamps)
            .put("tlogEntries", new Json.Arr(List.of(entry.json())))
            .built();
    return Canonical.bytes(
        new Members()
            .put("dsseEnvelope", envelope.json())
            .text("mediaType", MEDIA_TYPE)
            .put("verificationMaterial", material)
            .built());
  }

  /** The bundle that these bytes are; one that would be written otherwise is refused. */
  public static Read<SigstoreBundle> read(byte[] bytes) {
    return StrictJson.readCanonical(bytes)
        .then(value -> {
          SigstoreBundle bundle = Fields.of(value, SigstoreBundle::of);
          if (!Arrays.equals(bundle.bytes(), bytes)) {
            throw new Malformed("the bundle has what this form does not have");
          }
          return bundle;
        });
  }

  private static SigstoreBundle of(Fields fields) {
    fields.constant("mediaType", MEDIA_TYPE);
    Envelope envelope = fields.object("dsseEnvelope", Envelope::of);
    Material material = fields.object("verificationMaterial", Material::of);
    return new SigstoreBundle(envelope, material.entry(), material.timestamps());
  }

  private record Material(LoggedEntry entry, List<byte[]> timestamps) {

    static Material of(Fields fields) {
      // That the hint is the one of the signature is found by writing the bundle anew.
      String hint = fields.object("publicKey", key -> key.text("hint"));
      List<LoggedEntry> entries = fields.objects("tlogEntries", LoggedEntry::of);
      if (hint.isEmpty() || entries.size() != 1) {
        throw new Malformed("a bundle has one key and one entry of a log");
      }
      List<byte[]> timestamps =
          fields.object(
              "timestampVerificationData",
              data ->
                  data.objects(
                      "rfc3161Timestamps",
                      stamp -> Base64Text.decode(stamp.text("signedTimestamp"))));
      return new Material(entries.getFirst(), timestamps);
    }
  }
}
