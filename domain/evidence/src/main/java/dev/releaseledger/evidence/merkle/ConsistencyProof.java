package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Verdict;
import dev.releaseledger.evidence.key.Sha256;
import java.util.Iterator;
import java.util.List;

/**
 * The claim that the larger tree begins with all leaves of the smaller one, unchanged.
 *
 * @param from size of the smaller tree
 * @param to size of the larger tree
 * @param path the hashes that both roots can be computed from
 */
public record ConsistencyProof(long from, long to, List<Sha256> path) {

  /** Keeps a copy of the path. */
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** Whether the proof leads to both roots (RFC 9162, section 2.1.4.2). */
  public Verdict verify(Sha256 fromRoot, Sha256 toRoot) {
    try {
      check(fromRoot, toRoot);
      return Verdict.holds();
    } catch (Malformed malformed) {
      return Verdict.fails(malformed.reason());
    }
  }

  private void check(Sha256 fromRoot, Sha256 toRoot) {
    // Every tree begins with the empty one, so that a proof from it would prove nothing.
    if (from <= 0 || from > to) {
      throw new Malformed("a consistency proof from " + from + " to " + to);
    }
    if (from < to) {
      climb(fromRoot, toRoot);
    } else if (!path.isEmpty()) {
      throw new Malformed("a consistency proof between equal sizes has no hashes");
    } else if (!fromRoot.equals(toRoot)) {
      throw new Malformed("two trees of size " + to + " have different roots");
    }
  }

  private void climb(Sha256 fromRoot, Sha256 toRoot) {
    // A smaller tree that is one full subtree is not in the proof, since its root is known.
    boolean full = Long.bitCount(from) == 1;
    Iterator<Sha256> hashes = path.iterator();
    int idle = Long.numberOfTrailingZeros(from);
    long fn = (from - 1) >> idle;
    long sn = (to - 1) >> idle;
    Sha256 smaller = full ? fromRoot : next(hashes);
    Sha256 larger = smaller;
    while (hashes.hasNext()) {
      Sha256 hash = hashes.next();
      if (sn == 0) {
        throw new Malformed("the consistency proof has hashes too many");
      }
      if ((fn & 1) == 1 || fn == sn) {
        smaller = MerkleHash.node(hash, smaller);
        larger = MerkleHash.node(hash, larger);
        int skip = (fn & 1) == 1 ? 0 : Long.numberOfTrailingZeros(fn);
        fn >>= skip;
        sn >>= skip;
      } else {
        larger = MerkleHash.node(larger, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) {
      throw new Malformed("the consistency proof has hashes too few");
    }
    if (!smaller.equals(fromRoot)) {
      throw new Malformed("the consistency proof leads to another root of size " + from);
    }
    if (!larger.equals(toRoot)) {
      throw new Malformed("the consistency proof leads to another root of size " + to);
    }
  }

  private static Sha256 next(Iterator<Sha256> hashes) {
    if (!hashes.hasNext()) {
      throw new Malformed("the consistency proof has hashes too few");
    }
    return hashes.next();
  }
}
