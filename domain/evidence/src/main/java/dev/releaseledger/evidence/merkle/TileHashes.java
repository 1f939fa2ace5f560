package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.key.Sha256;
import java.util.HashMap;
import java.util.Map;

/** The hashes of a tree of a given size, taken from its tiles; each is fetched once. */
public final class TileHashes implements HashSource {

  private final long size;
  private final TileSource tiles;
  private final Map<TileId, Tile> fetched = new HashMap<>();

  /** The hashes of the tree of this size. */
  public TileHashes(long size, TileSource tiles) {
    this.size = size;
    this.tiles = tiles;
  }

  /** The tree, its hashes taken from tiles. */
  public static MerkleTree tree(long size, TileSource tiles) {
    return new MerkleTree(size, new TileHashes(size, tiles));
  }

  @Override
  public Sha256 hash(int height, long index) {
    int level = height / TileId.HEIGHT;
    int within = height % TileId.HEIGHT;
    long first = index << within;
    long tile = first / TileId.FULL;
    int groups = TileId.FULL >> within;
    return tile(level, tile).subtree(within, (int) (index % groups));
  }

  private Tile tile(int level, long index) {
    int width = TileId.widthAt(size, level, index);
    return fetched.computeIfAbsent(new TileId(level, index, width), this::fetch);
  }

  private Tile fetch(TileId id) {
    Tile tile = tiles.tile(id);
    TileId got = tile.id();
    if (got.level() != id.level() || got.index() != id.index() || got.width() < id.width()) {
      throw new Malformed("asked for " + id.path() + ", got " + got.path());
    }
    return tile;
  }
}
