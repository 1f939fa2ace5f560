package dev.releaseledger.app.sealing;

import dev.releaseledger.app.sealing.LiveReport.Check;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.log.Leaf;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.merkle.TileEdge;
import dev.releaseledger.evidence.merkle.TileId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log made anew from the events as they are stored. */
final class LiveTree {

  private final LiveReport report;
  private final LiveAnchors anchors;
  private final TileEdge edge = new TileEdge();
  private final Map<TileId, Sha256> tiles = new HashMap<>();
  private final Map<String, Long> next = new HashMap<>();

  LiveTree(LiveReport report, LiveAnchors anchors) {
    this.report = report;
    this.anchors = anchors;
  }

  long size() {
    return edge.size();
  }

  Sha256 root() {
    return edge.root();
  }

  /** Takes in the next event in the order of positions, up to the last one that is sealed. */
  void take(ResultSet row, long sealed) throws SQLException {
    StoredEvent event = StoredEvent.of(row);
    byte[] leaf = leafOf(event);
    if (leaf == null) {
      return;
    }
    byte[] kept = row.getBytes("leaf");
    report.looked(Check.ROW);
    report.looked(Check.BIJECTION);
    report.looked(Check.ORDER);
    if (kept == null) {
      report.fails(Check.BIJECTION, "the event at position %d has no leaf", event.position());
    } else if (!Arrays.equals(kept, leaf)
        || !MerkleHash.leaf(leaf).equals(Sha256.wrap(row.getBytes("leaf_hash")))) {
      report.fails(
          Check.ROW, "the event at position %d is not what its leaf says", event.position());
    }
    inStream(event);
    long index = row.getLong("leaf_index");
    if (row.wasNull()) {
      if (event.position() <= sealed) {
        report.fails(
            Check.BIJECTION, "the event at position %d was never sealed", event.position());
      }
      return;
    }
    if (index != edge.size()) {
      report.fails(
          Check.ORDER,
          "the event at position %d has place %d instead of %d",
          event.position(),
          index,
          edge.size());
    }
    // The leaf of a statement claims no time.
    if (!event.name().equals(LoggedStatement.EVENT)) {
      inTime(event.leaf(), index);
    }
    edge.append(MerkleHash.leaf(leaf));
    if (edge.size() % TileId.FULL == 0) {
      keep();
    }
  }

  private byte @Nullable [] leafOf(StoredEvent event) {
    try {
      return event.leafBytes();
    } catch (Malformed e) {
      report.fails(
          Check.ROW, "the event at position %d has no form: %s", event.position(), e.reason());
      return null;
    }
  }

  private void inStream(StoredEvent event) {
    long expected = next.getOrDefault(event.stream(), 0L);
    if (event.sequence() != expected) {
      report.fails(
          Check.ORDER,
          "the event at position %d is number %d of %s instead of %d",
          event.position(),
          event.sequence(),
          event.stream(),
          expected);
    }
    next.put(event.stream(), event.sequence() + 1);
  }

  private void inTime(Leaf leaf, long index) {
    report.looked(Check.TIME);
    String contradiction = anchors.contradicts(index, leaf.at());
    if (contradiction != null) {
      report.fails(
          Check.TIME,
          "the event at position %d claims %s: %s",
          leaf.position(),
          leaf.recordedAt(),
          contradiction);
    }
  }

  private void keep() {
    edge.takeNewTiles().forEach(tile -> tiles.put(tile.id(), Sha256.of(tile.bytes())));
  }

  /** Compares the tiles that are kept with those of this tree. */
  void compareTiles(Connection connection) throws SQLException {
    keep();
    LiveVerification.each(
        connection,
        "select level, tile, width, hashes from ledger_tile",
        rows -> {
          TileId id = new TileId(rows.getInt(1), rows.getLong(2), rows.getInt(3));
          Sha256 made = tiles.remove(id);
          report.looked(Check.TILES);
          if (made == null || !made.equals(Sha256.of(rows.getBytes(4)))) {
            report.fails(Check.TILES, "%s is not that of the events", id.path());
          }
        });
    tiles.keySet().stream()
        .filter(TileId::isFull)
        .forEach(id -> report.fails(Check.TILES, "%s is missing", id.path()));
  }
}
