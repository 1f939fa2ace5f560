package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * Up to 256 hashes that stand beside one another in a tree (C2SP tlog-tiles).
 *
 * @param id which
 * @param hashes as many as its width says
 */
public record Tile(TileId id, List<Sha256> hashes) {

  /** Refuses hashes of another number than the width. */
  public Tile {
    hashes = List.copyOf(hashes);
    if (hashes.size() != id.width()) {
      throw new Malformed("a tile of " + hashes.size() + " hashes instead of " + id.width());
    }
  }

  /** The content under its path: its hashes, one after another. */
  public byte[] bytes() {
    byte[] bytes = new byte[hashes.size() * Sha256.LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      hashes.get(i).copyTo(bytes, i * Sha256.LENGTH);
    }
    return bytes;
  }

  /** The tile with this content. */
  public static Read<Tile> parse(TileId id, byte[] bytes) {
    return Read.of(() -> {
      if (bytes.length != id.width() * Sha256.LENGTH) {
        throw new Malformed("a tile of " + bytes.length + " bytes at " + id.path());
      }
      List<Sha256> hashes = new ArrayList<>(id.width());
      for (int at = 0; at < bytes.length; at += Sha256.LENGTH) {
        hashes.add(Sha256.wrap(bytes, at, Sha256.LENGTH));
      }
      return new Tile(id, hashes);
    });
  }

  /** The hash over 2^height of its hashes, the index-th such group of the tile. */
  Sha256 subtree(int height, int index) {
    if (height == 0) {
      return hashes.get(index);
    }
    return MerkleHash.node(subtree(height - 1, 2 * index), subtree(height - 1, 2 * index + 1));
  }
}
