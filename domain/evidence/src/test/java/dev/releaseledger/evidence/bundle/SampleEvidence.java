package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.archive.ArchiveLimits;
import dev.releaseledger.evidence.archive.ArchiveReader;
import dev.releaseledger.evidence.archive.ArchiveReading;
import dev.releaseledger.evidence.archive.ArchiveWriter;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.merkle.LeafHashes;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signing;
import dev.releaseledger.evidence.sigstore.LogId;
import dev.releaseledger.evidence.sigstore.LoggedEntry;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import dev.releaseledger.evidence.ssh.SampleApprover;
import dev.releaseledger.evidence.timestamp.LocalTimestampAuthority;
import dev.releaseledger.evidence.trust.AllowedSigner;
import dev.releaseledger.evidence.trust.AnchorPolicy;
import dev.releaseledger.evidence.trust.Period;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.trust.TrustedLog;
import dev.releaseledger.evidence.trust.TrustedSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * A bundle of a release for tests, made the way that the service makes one; each step can be
 * changed, by whoever has the keys (before it is signed) or by somebody who has not (after).
 */
public final class SampleEvidence {

  /** Where the events of the release are in the log. */
  public static final int FIRST = 3;

  /** The last of them. */
  public static final int LAST = 14;

  /** The size of the log under whose checkpoint the bundle is made. */
  public static final int SIZE = 17;

  /** The key of the witness. */
  public static final SignerKey WITNESS =
      new SignerKey("w.example.org", KeyType.COSIGNATURE, secret(9));

  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2026-06-01T00:00:00Z"));
  private static final LocalTimestampAuthority TSA = LocalTimestampAuthority.named("tsa", NOW::get);

  private UnaryOperator<List<Told>> story = UnaryOperator.identity();
  private UnaryOperator<SchemaRelease> said = UnaryOperator.identity();
  private UnaryOperator<ReleaseEvidence> evidence = UnaryOperator.identity();
  private Consumer<SortedMap<String, byte[]>> edit = _ -> {};
  private Optional<SignerKey> statements = Optional.empty();
  private Ed25519Secret attesting = SampleBundle.ATTESTING;

  /** Other things happened. */
  public SampleEvidence story(UnaryOperator<List<Told>> change) {
    story = change;
    return this;
  }

  /** Other things are said of what happened. */
  public SampleEvidence said(UnaryOperator<SchemaRelease> change) {
    said = change;
    return this;
  }

  /** Other things are put into the bundle before it is signed. */
  public SampleEvidence evidence(UnaryOperator<ReleaseEvidence> change) {
    evidence = change;
    return this;
  }

  /** Somebody without keys edits the files afterwards. */
  public SampleEvidence edited(Consumer<SortedMap<String, byte[]>> change) {
    edit = change;
    return this;
  }

  /** Somebody else signs. */
  public SampleEvidence signedBy(Ed25519Secret secret) {
    attesting = secret;
    return this;
  }

  /** The statement is logged in a log of its own. */
  public SampleEvidence loggedBy(SignerKey key) {
    statements = Optional.of(key);
    return this;
  }

  /** The bundle. */
  public byte[] bundle() {
    SampleLog log = SampleLog.of(story.apply(SampleStory.all()));
    ReleaseEvidence laidOut = evidence.apply(laidOut(log));
    SignedDraft draft = ReleaseBundle.draft(laidOut, attesting);
    byte[] stamp = stamp(draft.signature(), "2026-06-01T13:00:00Z");
    if (statements.isPresent()) {
      return edited(
          draft.complete(alone(draft.leaf(), statements.get()), List.of(stamp), Optional.empty()),
          edit);
    }
    int index = (int) log.append(draft.leaf());
    int size = index + 1;
    LoggedEntry entry =
        new LoggedEntry(
            LogId.of(SampleBundle.LOG.verifier()),
            draft.leaf(),
            log.hashes().tree(size).inclusion(index),
            log.checkpoint(size));
    byte[] zip = draft.complete(entry, List.of(stamp), Optional.of(log.consistency(SIZE, size)));
    return edited(zip, edit);
  }

  /** The same archive with other files in it. */
  public static byte[] edited(byte[] zip, Consumer<SortedMap<String, byte[]>> change) {
    if (ArchiveReader.read(zip, ArchiveLimits.standard())
        instanceof ArchiveReading.Opened(var files)) {
      change.accept(files);
      return ArchiveWriter.write(files);
    }
    throw new AssertionError("the sample is no archive");
  }

  /** The entry in a log that has no other. */
  private static LoggedEntry alone(byte[] leaf, SignerKey key) {
    LeafHashes hashes = new LeafHashes();
    hashes.append(MerkleHash.leaf(leaf));
    Note checkpoint = new Checkpoint(key.name(), 1, hashes.tree().root()).sign(key);
    return new LoggedEntry(LogId.of(key.verifier()), leaf, hashes.tree().inclusion(0), checkpoint);
  }

  /** What goes into the bundle where nothing is changed. */
  private ReleaseEvidence laidOut(SampleLog log) {
    Note checkpoint = cosigned(log.checkpoint(SIZE), "2026-06-01T11:15:00Z");
    return new ReleaseEvidence(
        said.apply(SampleStatement.of(log)),
        List.of(
            new BundledArtifact(ArtifactRole.PLAN, "plan.json", SampleStory.PLAN),
            new BundledArtifact(ArtifactRole.SCRIPT, "plan.sql", bytes("alter table orders;\n")),
            new BundledArtifact(ArtifactRole.REHEARSAL, "rehearsal.json", SampleStory.REHEARSAL),
            new BundledArtifact(ArtifactRole.POLICY, "policy.json", SampleStory.POLICY),
            new BundledArtifact(ArtifactRole.SNAPSHOT_AFTER, "main.json", SampleStory.SNAPSHOT)),
        LongStream.rangeClosed(FIRST, LAST)
            .filter(index -> log.event(index).aggregateId().equals(SampleStory.PRODUCTION))
            .mapToObj(index -> log.logged(index, SIZE))
            .toList(),
        checkpoint,
        List.of(
            stamped(log.checkpoint(FIRST), "2026-06-01T07:00:00Z"),
            stamped(log.checkpoint(8), "2026-06-01T09:01:00Z"),
            stamped(checkpoint, "2026-06-01T11:15:00Z"),
            new Anchor(
                AnchorPolicy.Kind.GIT,
                "https://git.example.org/audit",
                checkpoint.bytes(),
                bytes("c0ffee"))),
        List.of(log.consistency(FIRST, SIZE), log.consistency(8, SIZE)),
        SampleStatement.disclosures(),
        List.of(
            new View(View.HTML, bytes("<!doctype html><p>report")),
            new View(View.MARKDOWN, bytes("# Report\n"))),
        trust().bytes());
  }

  /** A checkpoint and the stamp over it. */
  public static Anchor stamped(Note checkpoint, String time) {
    return new Anchor(
        AnchorPolicy.Kind.RFC3161, "tsa", checkpoint.bytes(), stamp(checkpoint.bytes(), time));
  }

  /** The checkpoint with the word of the witness. */
  public static Note cosigned(Note checkpoint, String time) {
    return checkpoint.with(
        List.of(Signing.cosign(WITNESS, checkpoint.text(), Instant.parse(time))));
  }

  /** A time stamp over these bytes. */
  public static byte[] stamp(byte[] message, String time) {
    synchronized (NOW) {
      NOW.set(Instant.parse(time));
      return TSA.stamp(message);
    }
  }

  /** The trust that the bundle verifies with. */
  public static TrustFile trust() {
    Period always = new Period(Instant.parse("2026-01-01T00:00:00Z"), Optional.empty());
    return trust(List.of(signer("act_2", always)), false);
  }

  /** The same with other keys of approvers. */
  public static TrustFile trust(List<AllowedSigner> signers, boolean signedApprovals) {
    Period always = new Period(Instant.parse("2026-01-01T00:00:00Z"), Optional.empty());
    String policy =
        "log "
            + SampleBundle.LOG.verifier().text()
            + "\nwitness w1 "
            + WITNESS.verifier().text()
            + "\nquorum w1\n";
    return new TrustFile(
        List.of(new TrustedLog(SampleBundle.LOG.verifier(), always, Optional.empty())),
        List.of(new TrustedSigner(SampleBundle.ATTESTING.publicKey(), always)),
        List.of(TSA.authority()),
        Optional.of(policy),
        new AnchorPolicy(
            2,
            List.of(AnchorPolicy.Kind.RFC3161, AnchorPolicy.Kind.WITNESS, AnchorPolicy.Kind.GIT)),
        signers,
        signedApprovals);
  }

  /** The key that somebody signs approvals with. */
  public static AllowedSigner signer(String actor, Period period) {
    SampleApprover approver = SampleApprover.of(actor);
    return new AllowedSigner(actor, approver.keyType(), approver.keyText(), period);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Ed25519Secret secret(int number) {
    byte[] seed = new byte[Ed25519Secret.LENGTH];
    seed[0] = (byte) number;
    return Ed25519Secret.of(seed);
  }
}
