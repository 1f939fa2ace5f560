package dev.releaseledger.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.merkle.LeafHashes;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.AddCheckpoint;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import java.util.Arrays;
import java.util.List;

/** A log with a key of its own, and whatever history it likes to tell. */
final class GrowingLog {

  static final int SIZE = 300;

  private final SignerKey key;
  private final LeafHashes leaves = new LeafHashes();

  GrowingLog(String origin, int seed, String history) {
    byte[] secret = new byte[Ed25519Secret.LENGTH];
    Arrays.fill(secret, (byte) seed);
    key = new SignerKey(origin, KeyType.ED25519, Ed25519Secret.of(secret));
    for (int i = 0; i < SIZE; i++) {
      leaves.append(MerkleHash.leaf((history + i).getBytes(UTF_8)));
    }
  }

  VerifierKey verifier() {
    return key.verifier();
  }

  Checkpoint checkpoint(int size) {
    return new Checkpoint(key.name(), size, leaves.tree(size).root());
  }

  Note signed(int size) {
    return checkpoint(size).sign(key);
  }

  /** The request to cosign one size that goes on from another. */
  byte[] request(int from, int to) {
    List<Sha256> proof = from == 0 ? List.of() : leaves.tree(to).consistencyFrom(from).path();
    return AddCheckpoint.of(from, proof, signed(to)).bytes();
  }
}
