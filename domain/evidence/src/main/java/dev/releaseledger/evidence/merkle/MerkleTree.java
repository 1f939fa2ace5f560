package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.key.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree of a given size, which proves what is in it.
 *
 * @param size how many leaves it has
 * @param hashes where its hashes come from
 */
public record MerkleTree(long size, HashSource hashes) {

  /** Refuses a size that is none. */
  public MerkleTree {
    if (size < 0) {
      throw new IllegalArgumentException("a tree of " + size + " leaves");
    }
  }

  /** The root. */
  public Sha256 root() {
    return size == 0 ? MerkleHash.EMPTY : new Subtrees(hashes).hash(0, size);
  }

  /** The proof that the leaf at this index is in the tree. */
  public InclusionProof inclusion(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("leaf " + index + " of a tree of " + size);
    }
    List<Sha256> path = new ArrayList<>();
    new Subtrees(hashes).path(index, 0, size, path);
    return new InclusionProof(index, size, path);
  }

  /** The proof that the tree begins with the leaves of an earlier one that had some. */
  public ConsistencyProof consistencyFrom(long earlier) {
    if (earlier <= 0 || earlier > size) {
      throw new IllegalArgumentException("from " + earlier + " to a tree of " + size);
    }
    List<Sha256> path = new ArrayList<>();
    new Subtrees(hashes).subproof(earlier, 0, size, true, path);
    return new ConsistencyProof(earlier, size, path);
  }
}
