package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.key.Sha256;

/** Where the hashes of a tree come from. */
@FunctionalInterface
public interface HashSource {

  /**
   * The hash over the 2^height leaves from index * 2^height on, all of which the tree has; height 0
   * is the leaf hashes.
   */
  Sha256 hash(int height, long index);
}
