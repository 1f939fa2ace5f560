package dev.releaseledger.app.anchoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.app.port.OfferedCheckpoint;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.merkle.LeafHashes;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.Checkpoint;

/** A log with whatever history it likes to tell; two with different ones have the same key. */
public final class GrowingLog {

  private static final int SIZE = 300;

  private final SignerKey key;
  private final LeafHashes leaves = new LeafHashes();

  /** A log of this origin that tells this history. */
  public GrowingLog(String origin, String history) {
    key = new SignerKey(origin, KeyType.ED25519, Ed25519Secret.of(new byte[Ed25519Secret.LENGTH]));
    for (int i = 0; i < SIZE; i++) {
      leaves.append(MerkleHash.leaf((history + i).getBytes(UTF_8)));
    }
  }

  /** With what its checkpoints are verified. */
  public VerifierKey verifier() {
    return key.verifier();
  }

  /** The checkpoint of a size, as it is offered to those who keep checkpoints. */
  public OfferedCheckpoint offered(int size) {
    Checkpoint checkpoint = new Checkpoint(key.name(), size, leaves.tree(size).root());
    return new OfferedCheckpoint(
        checkpoint, checkpoint.sign(key), from -> leaves.tree(size).consistencyFrom(from));
  }
}
