package dev.releaseledger.evidence.merkle;

/** Where the tiles of a tree come from. */
@FunctionalInterface
public interface TileSource {

  /** The tile, which may be wider than asked for but not narrower. */
  Tile tile(TileId id);
}
