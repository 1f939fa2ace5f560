package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Verdict;
import dev.releaseledger.evidence.key.Sha256;
import java.util.List;

/**
 * The claim that a leaf is at this index of a tree of this size.
 *
 * @param index of the leaf, from 0
 * @param size how many leaves the tree has
 * @param path the hashes beside the way from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Sha256> path) {

  /** Keeps a copy of the path. */
  public InclusionProof {
    path = List.copyOf(path);
  }

  /** Whether the proof leads from the leaf to the root (RFC 9162, section 2.1.3.2). */
  public Verdict verify(Sha256 leafHash, Sha256 root) {
    return switch (rootAbove(leafHash)) {
      case Read.Good<Sha256>(Sha256 reached) when reached.equals(root) -> Verdict.holds();
      case Read.Good<Sha256> other ->
          Verdict.fails("the proof of leaf " + index + " leads to another root");
      case Read.Bad<Sha256>(String reason) -> Verdict.fails(reason);
    };
  }

  /** The root to which the proof leads from the leaf. */
  public Read<Sha256> rootAbove(Sha256 leafHash) {
    return Read.of(() -> climb(leafHash));
  }

  private Sha256 climb(Sha256 leafHash) {
    if (index < 0 || index >= size) {
      throw new Malformed("leaf " + index + " is not in a tree of " + size);
    }
    long fn = index;
    long sn = size - 1;
    Sha256 hash = leafHash;
    for (Sha256 sibling : path) {
      if (sn == 0) {
        throw new Malformed("the proof of leaf " + index + " has hashes too many");
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = MerkleHash.node(sibling, hash);
        int idle = (fn & 1) == 1 ? 0 : Long.numberOfTrailingZeros(fn);
        fn >>= idle;
        sn >>= idle;
      } else {
        hash = MerkleHash.node(hash, sibling);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) {
      throw new Malformed("the proof of leaf " + index + " has hashes too few");
    }
    return hash;
  }
}
