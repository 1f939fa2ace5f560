package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.key.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree in tiles: what has to be known in order to append to it, which is at
 * most 255 hashes for each of a few levels.
 */
public final class TileEdge {

  private final List<List<Sha256>> partial = new ArrayList<>();
  private final List<Tile> full = new ArrayList<>();
  private long size;
  private long written;

  /** The edge of a tree without leaves. */
  public TileEdge() {}

  /** The edge of a tree of this size that has tiles already. */
  public static TileEdge of(long size, TileSource tiles) {
    TileEdge edge = new TileEdge();
    edge.size = size;
    edge.written = size;
    for (int level = 0; level <= 7 && hashes(size, level) > 0; level++) {
      long index = hashes(size, level) / TileId.FULL;
      int width = TileId.widthAt(size, level, index);
      List<Sha256> hashes =
          width == 0
              ? List.of()
              : tiles.tile(new TileId(level, index, width)).hashes().subList(0, width);
      edge.partial.add(new ArrayList<>(hashes));
    }
    return edge;
  }

  /** Adds the hash of the next leaf. */
  public void append(Sha256 leaf) {
    size++;
    add(0, leaf);
  }

  private void add(int level, Sha256 hash) {
    if (level == partial.size()) {
      partial.add(new ArrayList<>());
    }
    List<Sha256> hashes = partial.get(level);
    hashes.add(hash);
    if (hashes.size() == TileId.FULL) {
      long index = hashes(size, level) / TileId.FULL - 1;
      Tile tile = new Tile(new TileId(level, index, TileId.FULL), hashes);
      hashes.clear();
      full.add(tile);
      add(level + 1, tile.subtree(TileId.HEIGHT, 0));
    }
  }

  /** How many leaves the tree has. */
  public long size() {
    return size;
  }

  /** The root of the tree as it is now, which takes no other hashes than those at the edge. */
  public Sha256 root() {
    return TileHashes.tree(size, id -> new Tile(id, partial.get(id.level()))).root();
  }

  /** The tiles that this size has and the last size asked for had not. */
  public List<Tile> takeNewTiles() {
    List<Tile> tiles = new ArrayList<>(full);
    for (int level = 0; level < partial.size(); level++) {
      List<Sha256> hashes = partial.get(level);
      if (!hashes.isEmpty() && hashes(size, level) != hashes(written, level)) {
        long index = hashes(size, level) / TileId.FULL;
        tiles.add(new Tile(new TileId(level, index, hashes.size()), hashes));
      }
    }
    full.clear();
    written = size;
    return tiles;
  }

  /** How many hashes a level has in all. */
  private static long hashes(long size, int level) {
    return size >> (level * TileId.HEIGHT);
  }
}
