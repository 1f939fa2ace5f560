package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.key.Sha256;
import java.util.List;

/** The recursions of RFC 9162 over ranges of leaves, with every full subtree looked up. */
final class Subtrees {

  private final HashSource hashes;

  Subtrees(HashSource hashes) {
    this.hashes = hashes;
  }

  /** MTH(D[from:to]), where the range is one that the recursion of the RFC comes to. */
  Sha256 hash(long from, long to) {
    long width = to - from;
    if (Long.bitCount(width) == 1) {
      int height = Long.numberOfTrailingZeros(width);
      return hashes.hash(height, from >> height);
    }
    long middle = from + split(width);
    return MerkleHash.node(hash(from, middle), hash(middle, to));
  }

  /** PATH(index, D[from:to]) of section 2.1.3.1; the index counts from the first leaf of all. */
  void path(long index, long from, long to, List<Sha256> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (index < middle) {
      path(index, from, middle, path);
      path.add(hash(middle, to));
    } else {
      path(index, middle, to, path);
      path.add(hash(from, middle));
    }
  }

  /** SUBPROOF(size, D[from:to], whole) of section 2.1.4.1; the size counts from the first leaf. */
  void subproof(long size, long from, long to, boolean whole, List<Sha256> proof) {
    if (size == to) {
      if (!whole) {
        proof.add(hash(from, to));
      }
      return;
    }
    long middle = from + split(to - from);
    if (size <= middle) {
      subproof(size, from, middle, whole, proof);
      proof.add(hash(middle, to));
    } else {
      subproof(size, middle, to, false, proof);
      proof.add(hash(from, middle));
    }
  }

  /** The largest power of two below the width. */
  private static long split(long width) {
    return Long.highestOneBit(width - 1);
  }
}
