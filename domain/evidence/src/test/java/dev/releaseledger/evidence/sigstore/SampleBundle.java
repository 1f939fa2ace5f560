package dev.releaseledger.evidence.sigstore;

import dev.releaseledger.evidence.attestation.Envelope;
import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.Subject;
import dev.releaseledger.evidence.attestation.release.SampleRelease;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.merkle.LeafHashes;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.merkle.MerkleTree;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.timestamp.LocalTimestampAuthority;
import dev.releaseledger.evidence.trust.AnchorPolicy;
import dev.releaseledger.evidence.trust.Period;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.trust.TrustedLog;
import dev.releaseledger.evidence.trust.TrustedSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A release that was attested, logged and stamped, and the trust that it verifies with. */
public final class SampleBundle {

  /** When it was stamped. */
  public static final Instant STAMPED = Instant.parse("2026-06-01T12:00:00Z");

  /** The key of the attestation. */
  public static final Ed25519Secret ATTESTING = secret(1);

  /** The key of the log. */
  public static final SignerKey LOG =
      new SignerKey("ledger.example.org/production", KeyType.ED25519, secret(2));

  /** The authority that stamped it. */
  public static final LocalTimestampAuthority TSA =
      LocalTimestampAuthority.named("tsa", InstantSource.fixed(STAMPED));

  private static final int LEAVES = 11;
  private static final int INDEX = 5;

  private SampleBundle() {}

  /** The bundle, as it was made. */
  public static SigstoreBundle of(Statement statement) {
    Envelope envelope = Envelope.sign(Statement.PAYLOAD_TYPE, statement.bytes(), ATTESTING);
    byte[] leaf =
        HashedRekord.leaf(envelope, envelope.signatures().getFirst(), ATTESTING.publicKey());
    LeafHashes hashes = new LeafHashes();
    for (int i = 0; i < LEAVES; i++) {
      hashes.append(
          MerkleHash.leaf(i == INDEX ? leaf : ("leaf " + i).getBytes(StandardCharsets.UTF_8)));
    }
    MerkleTree tree = hashes.tree();
    LoggedEntry entry =
        new LoggedEntry(
            LogId.of(LOG.verifier()),
            leaf,
            tree.inclusion(INDEX),
            new Checkpoint(LOG.name(), tree.size(), tree.root()).sign(LOG));
    return new SigstoreBundle(
        envelope, entry, List.of(TSA.stamp(envelope.signatures().getFirst().signature())));
  }

  /** A statement of a release. */
  public static Statement statement() {
    return SampleRelease.full()
        .about(List.of(Subject.of("plan.json", "{}".getBytes(StandardCharsets.UTF_8))));
  }

  /** The trust that the bundle needs. */
  public static TrustFile trust() {
    return trust(always(), Optional.empty());
  }

  /** The same, with keys believed for a time only or a log that is frozen. */
  public static TrustFile trust(Period period, Optional<Long> frozenAt) {
    return new TrustFile(
        List.of(new TrustedLog(LOG.verifier(), period, frozenAt)),
        List.of(new TrustedSigner(ATTESTING.publicKey(), period)),
        List.of(TSA.authority()),
        Optional.empty(),
        new AnchorPolicy(1, List.of(AnchorPolicy.Kind.RFC3161)),
        List.of());
  }

  static Period always() {
    return new Period(Instant.parse("2026-01-01T00:00:00Z"), Optional.empty());
  }

  private static Ed25519Secret secret(int number) {
    byte[] seed = new byte[32];
    seed[0] = (byte) number;
    return Ed25519Secret.of(seed);
  }
}
