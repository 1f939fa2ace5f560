package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.archive.ArchiveWriter;
import dev.releaseledger.evidence.attestation.Envelope;
import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.sigstore.HashedRekord;
import dev.releaseledger.evidence.sigstore.LoggedEntry;
import dev.releaseledger.evidence.sigstore.SigstoreBundle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A bundle whose statement is signed but not yet logged: first {@link #leaf()} has to get into the
 * log, then {@link #complete} makes the archive.
 */
public final class SignedDraft {

  /** Where the payload of the envelope is in the archive, by itself. */
  public static final String STATEMENT = "statement.json";

  private final BundleKind kind;
  private final SortedMap<String, byte[]> files;
  private final Envelope envelope;
  private final Ed25519Key key;

  SignedDraft(
      BundleKind kind, Map<String, byte[]> files, Statement statement, Ed25519Secret secret) {
    this.kind = kind;
    this.files = new TreeMap<>(files);
    this.envelope = Envelope.sign(Statement.PAYLOAD_TYPE, statement.bytes(), secret);
    this.key = secret.publicKey();
  }

  /** The files that the statement is about, by their names. */
  public SortedMap<String, byte[]> files() {
    return new TreeMap<>(files);
  }

  /** What is signed. */
  Statement statement() {
    return Statement.read(envelope.payload()).orThrow();
  }

  /** The digest of what is signed, as it is in the archive. */
  public Sha256 statementDigest() {
    return Sha256.of(envelope.payload());
  }

  /** The digest of the bytes that the signature is over. */
  public Sha256 signedDigest() {
    return Sha256.of(envelope.preAuthentication());
  }

  /** The leaf that has to be logged: that this statement was signed. */
  public byte[] leaf() {
    return HashedRekord.leaf(envelope, envelope.signatures().getFirst(), key);
  }

  /** The signature, over which time stamps are to be asked for. */
  public byte[] signature() {
    return envelope.signatures().getFirst().signature().clone();
  }

  /**
   * The archive.
   *
   * @param entry that the leaf is logged, under the checkpoint of the bundle or a later one
   * @param timestamps over the signature
   * @param continuation from the checkpoint of the bundle to that of the entry, where they differ
   */
  public byte[] complete(
      LoggedEntry entry, List<byte[]> timestamps, Optional<ConsistencyProof> continuation) {
    SortedMap<String, byte[]> all = new TreeMap<>(files);
    all.put(STATEMENT, envelope.payload());
    all.put(kind.statementBundle(), new SigstoreBundle(envelope, entry, timestamps).bytes());
    continuation.ifPresent(proof -> all.put(Continuation.OF_STATEMENT, Continuation.bytes(proof)));
    return ArchiveWriter.write(all);
  }
}
