package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.key.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The hashes of a whole tree in memory, for who has all leaves and wants proofs. */
public final class LeafHashes implements HashSource {

  private final List<Level> levels = new ArrayList<>();

  /** Adds the hash of the next leaf. */
  public void append(Sha256 leaf) {
    Sha256 hash = leaf;
    for (int height = 0; ; height++) {
      if (height == levels.size()) {
        levels.add(new Level());
      }
      Level level = levels.get(height);
      level.add(hash);
      if (level.size % 2 == 1) {
        return;
      }
      hash = MerkleHash.node(level.get(level.size - 2), hash);
    }
  }

  /** How many leaves there are. */
  public int size() {
    return levels.isEmpty() ? 0 : levels.getFirst().size;
  }

  /** The tree of all leaves. */
  public MerkleTree tree() {
    return tree(size());
  }

  /** The tree of the first leaves. */
  public MerkleTree tree(int size) {
    if (size > size()) {
      throw new IllegalArgumentException("there are only " + size() + " leaves");
    }
    return new MerkleTree(size, this);
  }

  @Override
  public Sha256 hash(int height, long index) {
    return levels.get(height).get(Math.toIntExact(index));
  }

  /** Bytes and not objects, since there may be millions. */
  private static final class Level {

    private byte[] bytes = new byte[8 * Sha256.LENGTH];
    private int size;

    void add(Sha256 hash) {
      if (size * Sha256.LENGTH == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
      }
      hash.copyTo(bytes, size * Sha256.LENGTH);
      size++;
    }

    Sha256 get(int index) {
      if (index < 0 || index >= size) {
        throw new IndexOutOfBoundsException("hash " + index + " of " + size);
      }
      return Sha256.wrap(bytes, index * Sha256.LENGTH, Sha256.LENGTH);
    }
  }
}
