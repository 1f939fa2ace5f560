package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.key.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The definitions of RFC 9162 as they are written there, over lists of leaves. */
final class Naive {

  private final List<byte[]> leaves;
  private final Map<Long, Sha256> known = new HashMap<>();

  Naive(List<byte[]> leaves) {
    this.leaves = leaves;
  }

  static byte[] content(int index) {
    return ("leaf " + index).getBytes(StandardCharsets.UTF_8);
  }

  static Naive ofSize(int size) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(content(i));
    }
    return new Naive(leaves);
  }

  Sha256 root(int size) {
    return size == 0 ? Sha256.of(new byte[0]) : mth(0, size);
  }

  List<Sha256> path(int index, int size) {
    return path(index, 0, size);
  }

  List<Sha256> proof(int from, int to) {
    return subproof(from, 0, to, true);
  }

  private Sha256 mth(int from, int to) {
    long key = ((long) from << 32) | to;
    Sha256 hash = known.get(key);
    if (hash == null) {
      hash = to - from == 1 ? leaf(leaves.get(from)) : split(from, to);
      known.put(key, hash);
    }
    return hash;
  }

  private Sha256 split(int from, int to) {
    int k = k(to - from);
    return node(mth(from, from + k), mth(from + k, to));
  }

  private List<Sha256> path(int m, int from, int to) {
    List<Sha256> path = new ArrayList<>();
    if (to - from > 1) {
      int k = k(to - from);
      if (m < k) {
        path.addAll(path(m, from, from + k));
        path.add(mth(from + k, to));
      } else {
        path.addAll(path(m - k, from + k, to));
        path.add(mth(from, from + k));
      }
    }
    return path;
  }

  private List<Sha256> subproof(int m, int from, int to, boolean b) {
    List<Sha256> proof = new ArrayList<>();
    int n = to - from;
    if (m == n) {
      if (!b) {
        proof.add(mth(from, to));
      }
      return proof;
    }
    int k = k(n);
    if (m <= k) {
      proof.addAll(subproof(m, from, from + k, b));
      proof.add(mth(from + k, to));
    } else {
      proof.addAll(subproof(m - k, from + k, to, false));
      proof.add(mth(from, from + k));
    }
    return proof;
  }

  private static int k(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  private static Sha256 leaf(byte[] content) {
    return hash(0, content);
  }

  private static Sha256 node(Sha256 left, Sha256 right) {
    return hash(1, left.bytes(), right.bytes());
  }

  private static Sha256 hash(int prefix, byte[]... parts) {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.write(prefix);
    for (byte[] part : parts) {
      input.writeBytes(part);
    }
    return Sha256.of(input.toByteArray());
  }
}
