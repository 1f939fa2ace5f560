package dev.releaseledger.evidence.sigstore;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.attestation.KeyHint;
import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.TrustedKeys;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.timestamp.TimestampVerdict;
import dev.releaseledger.evidence.timestamp.TimestampVerifier;
import dev.releaseledger.evidence.trust.Period;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.trust.TrustedLog;
import dev.releaseledger.evidence.trust.TrustedSigner;
import java.util.List;

/** Verifies a bundle with nothing but a trust file. */
public final class BundleVerifier {

  private final TrustFile trust;

  /** A verifier that believes what this file names. */
  public BundleVerifier(TrustFile trust) {
    this.trust = trust;
  }

  /**
   * What a bundle proves: who said what, in which log it is, and when it was signed at the latest.
   */
  public record Proven(
      Statement statement,
      TrustedSigner signer,
      Checkpoint checkpoint,
      List<TimestampVerdict.Valid> stamps) {}

  /** What a bundle proves, or why it proves nothing. */
  public Read<Proven> verify(SigstoreBundle bundle) {
    return Read.of(() -> proven(bundle));
  }

  private Proven proven(SigstoreBundle bundle) {
    TrustedSigner signer = signerOf(bundle);
    TrustedKeys.Verified verified =
        TrustedKeys.only(signer.key()).verify(bundle.envelope(), Statement.PAYLOAD_TYPE).orThrow();
    bundle.logs(signer.key()).orThrow();
    TrustedLog log = logOf(bundle.entry());
    Checkpoint checkpoint = checkpointOf(bundle.entry(), log);
    List<TimestampVerdict.Valid> stamps =
        bundle.timestamps().stream()
            .map(stamp -> stamp(stamp, bundle.signature().signature()))
            .toList();
    demandBelieved("the key of the signature", signer.period(), stamps);
    demandBelieved("the key of the log", log.period(), stamps);
    return new Proven(Statement.read(verified.payload()).orThrow(), signer, checkpoint, stamps);
  }

  private TrustedSigner signerOf(SigstoreBundle bundle) {
    return trust.attestationKeys().stream()
        .filter(signer -> KeyHint.of(signer.key()).equals(bundle.signature().keyId()))
        .findFirst()
        .orElseThrow(() -> new Malformed("no trusted key has signed the bundle"));
  }

  private TrustedLog logOf(LoggedEntry entry) {
    return trust.logs().stream()
        .filter(log -> LogId.of(log.key()).equals(entry.logId()))
        .findFirst()
        .orElseThrow(() -> new Malformed("the log of the bundle is not trusted"));
  }

  private static Checkpoint checkpointOf(LoggedEntry entry, TrustedLog log) {
    Checkpoint checkpoint = Checkpoint.parse(entry.checkpoint().text()).orThrow();
    if (!checkpoint.origin().equals(log.key().name())) {
      throw new Malformed("the checkpoint is of another log");
    }
    if (entry.checkpoint().verify(List.of(log.key())).orThrow().isEmpty()) {
      throw new Malformed("the log has not signed the checkpoint");
    }
    if (!log.admits(checkpoint.size())) {
      throw new Malformed("the checkpoint is larger than the log was when it was frozen");
    }
    if (!log.signs(checkpoint.size())) {
      throw new Malformed("the key of the log does not sign checkpoints of this size");
    }
    return checkpoint;
  }

  private TimestampVerdict.Valid stamp(byte[] response, byte[] signature) {
    return switch (new TimestampVerifier(trust.timestampAuthorities())
        .verify(response, signature)) {
      case TimestampVerdict.Valid valid -> valid;
      case TimestampVerdict.Refused refused ->
          throw new Malformed("time stamp: " + refused.sentence());
    };
  }

  private static void demandBelieved(
      String what, Period period, List<TimestampVerdict.Valid> stamps) {
    if (stamps.isEmpty() && period.until().isPresent()) {
      throw new Malformed(what + " is believed for a time only, and nothing says when it was used");
    }
    for (TimestampVerdict.Valid stamp : stamps) {
      if (!period.covers(stamp.at())) {
        throw new Malformed(what + " was not believed at " + stamp.at());
      }
    }
  }
}
