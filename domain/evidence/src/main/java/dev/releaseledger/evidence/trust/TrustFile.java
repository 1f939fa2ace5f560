package dev.releaseledger.evidence.trust;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.attestation.Envelope;
import dev.releaseledger.evidence.attestation.TrustedKeys;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.note.TrustPolicy;
import dev.releaseledger.evidence.timestamp.TimestampAuthority;
import java.util.List;
import java.util.Optional;

/**
 * Whom and what a verifier believes, described in docs/evidence/trust.md.
 *
 * @param signedApprovals whether each approval that counts has to be signed with a key of these
 */
public record TrustFile(
    List<TrustedLog> logs,
    List<TrustedSigner> attestationKeys,
    List<TimestampAuthority> timestampAuthorities,
    Optional<String> witnessPolicy,
    AnchorPolicy anchors,
    List<AllowedSigner> allowedSigners,
    boolean signedApprovals) {

  /** What kind of file it is. */
  public static final String TYPE = "https://releaseledger.dev/trust/v1";

  /** The payload type of an envelope with a trust file in it. */
  public static final String PAYLOAD_TYPE = "application/vnd.releaseledger.trust+json";

  /** Refuses trust in nothing, and a key that is in it twice. */
  public TrustFile {
    logs = List.copyOf(logs);
    attestationKeys = List.copyOf(attestationKeys);
    timestampAuthorities = List.copyOf(timestampAuthorities);
    allowedSigners = List.copyOf(allowedSigners);
    if (logs.isEmpty() || attestationKeys.isEmpty()) {
      throw new Malformed("a trust file names a log and a key of attestations at least");
    }
    demandDistinct(logs.stream().map(TrustedLog::key).toList(), "a key of a log");
    demandDistinct(
        attestationKeys.stream().map(TrustedSigner::key).toList(), "a key of attestations");
    demandDistinct(
        timestampAuthorities.stream().map(TimestampAuthority::name).toList(), "an authority");
    if (witnessPolicy.isPresent()) {
      demandSameLogs(logs, policyOf(witnessPolicy.get()));
    }
  }

  /** A file that does not demand that approvals are signed. */
  public TrustFile(
      List<TrustedLog> logs,
      List<TrustedSigner> attestationKeys,
      List<TimestampAuthority> timestampAuthorities,
      Optional<String> witnessPolicy,
      AnchorPolicy anchors,
      List<AllowedSigner> allowedSigners) {
    this(
        logs, attestationKeys, timestampAuthorities, witnessPolicy, anchors, allowedSigners, false);
  }

  /** The policy that says whose cosignatures a checkpoint needs, where there is one. */
  public Optional<TrustPolicy> policy() {
    return witnessPolicy.map(TrustFile::policyOf);
  }

  /** What {@code ssh-keygen -Y verify -f} takes to verify approvals. */
  public String allowedSignersFile() {
    StringBuilder lines = new StringBuilder();
    allowedSigners.forEach(signer -> lines.append(signer.line()).append('\n'));
    return lines.toString();
  }

  /** The file. */
  public byte[] bytes() {
    Members members =
        new Members()
            .list("allowedSigners", allowedSigners, AllowedSigner::json)
            .put("anchors", anchors.json())
            .list("attestationKeys", attestationKeys, TrustedSigner::json)
            .list("logs", logs, TrustedLog::json)
            .list("timestampAuthorities", timestampAuthorities, TrustedStamper::json)
            .text("type", TYPE)
            .text("witnessPolicy", witnessPolicy);
    if (signedApprovals) {
      members.flag("signedApprovals", true);
    }
    return Canonical.bytes(members.built());
  }

  /** The file, signed by keys that are kept offline. */
  public byte[] signed(Ed25519Secret... roots) {
    return Envelope.sign(PAYLOAD_TYPE, bytes(), roots).bytes();
  }

  /** The file of these bytes, which whoever gives them answers for. */
  public static Read<TrustFile> read(byte[] bytes) {
    return StrictJson.read(bytes).then(value -> Fields.of(value, TrustFile::of));
  }

  /** The file that these keys have signed; one that is not signed is refused. */
  public static Read<TrustFile> readSigned(byte[] bytes, TrustedKeys roots) {
    return Envelope.read(bytes)
        .then(envelope -> roots.verify(envelope, PAYLOAD_TYPE).orThrow())
        .then(verified -> read(verified.payload()).orThrow());
  }

  private static TrustFile of(Fields fields) {
    fields.constant("type", TYPE);
    return new TrustFile(
        fields.objects("logs", TrustedLog::of),
        fields.objects("attestationKeys", TrustedSigner::of),
        fields.objects("timestampAuthorities", TrustedStamper::of),
        fields.optionalText("witnessPolicy"),
        fields.object("anchors", AnchorPolicy::of),
        fields.objects("allowedSigners", AllowedSigner::of),
        fields.flagOrNot("signedApprovals"));
  }

  private static TrustPolicy policyOf(String text) {
    return TrustPolicy.parse(Utf8.encode(text)).orThrow();
  }

  private static void demandSameLogs(List<TrustedLog> logs, TrustPolicy policy) {
    boolean known =
        policy.logs().stream()
            .allMatch(key -> logs.stream().anyMatch(log -> log.key().key().equals(key.key())));
    if (!known) {
      throw new Malformed("the witness policy names a log that is not trusted");
    }
  }

  private static void demandDistinct(List<?> values, String what) {
    if (values.stream().distinct().count() != values.size()) {
      throw new Malformed(what + " is in the file twice");
    }
  }
}
