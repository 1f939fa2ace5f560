package dev.releaseledger.evidence.sigstore;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.timestamp.TimestampAuthority;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.trust.TrustedLog;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A trust file in the form that verifiers of Sigstore take: {@code trusted_root.json}. */
public final class TrustedRoot {

  private static final String MEDIA_TYPE =
      "application/vnd.dev.sigstore.trustedroot+json;version=0.1";

  private TrustedRoot() {}

  /** The logs and time-stamping authorities; there are no certificate authorities among them. */
  public static byte[] of(TrustFile trust) {
    return Canonical.bytes(
        new Members()
            .put("certificateAuthorities", new Json.Arr(List.of()))
            .put("ctlogs", new Json.Arr(List.of()))
            .text("mediaType", MEDIA_TYPE)
            .list("timestampAuthorities", trust.timestampAuthorities(), TrustedRoot::authority)
            .list("tlogs", trust.logs(), TrustedRoot::log)
            .built());
  }

  private static Json.Obj log(TrustedLog log) {
    Json.Obj publicKey =
        new Members()
            .text("keyDetails", SigstoreKeys.ED25519)
            .text("rawBytes", Base64Text.of(log.key().key().spki()))
            .put("validFor", period(log.period().from(), log.period().until()))
            .built();
    return new Members()
        .text("baseUrl", "https://" + log.key().name())
        .text("hashAlgorithm", "SHA2_256")
        .put("logId", new Members().text("keyId", LogId.of(log.key()).base64()).built())
        .put("publicKey", publicKey)
        .built();
  }

  private static Json.Obj authority(TimestampAuthority authority) {
    Json.Obj chain =
        new Members()
            .list(
                "certificates",
                authority.chain(),
                certificate -> new Members().text("rawBytes", der(certificate)).built())
            .built();
    return new Members()
        .put("certChain", chain)
        .text("uri", authority.name())
        .put("validFor", period(authority.from(), authority.until()))
        .built();
  }

  private static Json.Obj period(Instant from, Optional<Instant> until) {
    return new Members().instant("start", from).instant("end", until).built();
  }

  private static String der(X509Certificate certificate) {
    try {
      return Base64Text.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
