package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.key.Sha256;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** A tree of which only the roots of its full subtrees are kept: enough to go on and to end it. */
public final class Frontier {

  /** The smallest subtree is first. */
  private final Deque<Sha256> subtrees = new ArrayDeque<>();

  private long size;

  /** A tree without leaves. */
  public Frontier() {}

  /** The tree of this size whose hashes come from elsewhere; the largest is asked for first. */
  public static Frontier of(long size, HashSource hashes) {
    Frontier frontier = new Frontier();
    frontier.size = size;
    long done = 0;
    for (int height = 62; height >= 0; height--) {
      long width = 1L << height;
      if ((size & width) != 0) {
        frontier.subtrees.addFirst(hashes.hash(height, done >> height));
        done += width;
      }
    }
    return frontier;
  }

  /** Adds the hash of the next leaf. */
  public void append(Sha256 leaf) {
    Sha256 hash = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      hash = MerkleHash.node(subtrees.removeFirst(), hash);
    }
    subtrees.addFirst(hash);
    size++;
  }

  /** How many leaves the tree has. */
  public long size() {
    return size;
  }

  /** The roots of the full subtrees, the largest first. */
  public List<Sha256> roots() {
    return List.copyOf(subtrees).reversed();
  }

  /** The root of the tree as it is now. */
  public Sha256 root() {
    Iterator<Sha256> smallestFirst = subtrees.iterator();
    if (!smallestFirst.hasNext()) {
      return MerkleHash.EMPTY;
    }
    Sha256 root = smallestFirst.next();
    while (smallestFirst.hasNext()) {
      root = MerkleHash.node(smallestFirst.next(), root);
    }
    return root;
  }
}
