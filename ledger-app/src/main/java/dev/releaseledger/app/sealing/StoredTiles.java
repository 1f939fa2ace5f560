package dev.releaseledger.app.sealing;

import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.merkle.Tile;
import dev.releaseledger.evidence.merkle.TileId;
import dev.releaseledger.evidence.merkle.TileSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tiles of the log; the last one of level 0 is made of the last leaves. */
@Component
class StoredTiles implements TileSource {

  private final JdbcClient jdbc;

  StoredTiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Tile tile(TileId id) {
    return id.level() == 0 && !id.isFull() ? ofLeaves(id) : kept(id);
  }

  /** Whether a tile is kept, or can be made of leaves at any time. */
  static boolean isKept(Tile tile) {
    return tile.id().level() > 0 || tile.id().isFull();
  }

  private Tile kept(TileId id) {
    return jdbc.sql(
            """
            select width, hashes from ledger_tile where level = ? and tile = ? and width >= ?
            order by width limit 1
            """)
        .params(id.level(), id.index(), id.width())
        .query((row, number) ->
            Tile.parse(
                    new TileId(id.level(), id.index(), row.getInt("width")), row.getBytes("hashes"))
                .orThrow())
        .optional()
        .orElseThrow(() -> new BrokenLog("the tile " + id.path() + " is missing"));
  }

  private Tile ofLeaves(TileId id) {
    long first = id.index() * TileId.FULL;
    List<Sha256> hashes =
        jdbc.sql(
                """
                select leaf.leaf_hash from ledger_sequence sealed
                join ledger_leaf leaf using (position)
                where sealed.leaf_index >= ? and sealed.leaf_index < ? order by sealed.leaf_index
                """)
            .params(first, first + id.width())
            .query((row, number) -> Sha256.wrap(row.getBytes(1)))
            .list();
    if (hashes.size() != id.width()) {
      throw new BrokenLog("leaves of the tile " + id.path() + " are missing");
    }
    return new Tile(id, hashes);
  }
}
