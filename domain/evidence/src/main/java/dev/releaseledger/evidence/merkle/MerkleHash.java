package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.key.Sha256;

/** The hashes of a Merkle tree (RFC 9162, section 2.1.1). */
public final class MerkleHash {

  /** The root of the tree without leaves. */
  public static final Sha256 EMPTY = Sha256.of(new byte[0]);

  // Two prefixes, so that no leaf can be taken for a node.
  private static final byte LEAF = 0x00;
  private static final byte NODE = 0x01;

  private MerkleHash() {}

  /** The hash of a leaf with this content. */
  public static Sha256 leaf(byte[] content) {
    return Sha256.of(LEAF, content);
  }

  /** The hash of the node above these two. */
  public static Sha256 node(Sha256 left, Sha256 right) {
    return Sha256.of(NODE, left, right);
  }
}
