package dev.releaseledger.app.sealing;

import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.log.TlogProof;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.merkle.InclusionProof;
import dev.releaseledger.evidence.merkle.MerkleTree;
import dev.releaseledger.evidence.merkle.Tile;
import dev.releaseledger.evidence.merkle.TileHashes;
import dev.releaseledger.evidence.merkle.TileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what the log says and proves it. */
@Component
public class TransparencyLog {

  private final LogTables tables;
  private final StoredTiles tiles;
  private final LogKey key;
  private final Origin origin;
  private final JdbcClient jdbc;

  TransparencyLog(LogTables tables, StoredTiles tiles, LogKey key, Origin origin, JdbcClient jdbc) {
    this.tables = tables;
    this.tiles = tiles;
    this.key = key;
    this.origin = origin;
    this.jdbc = jdbc;
  }

  /**
   * An event and its leaf, with its place in the log.
   *
   * @param index the place of the leaf
   * @param leaf its bytes
   */
  public record Entry(long index, byte[] leaf, StoredEvent event) {}

  /** What the log is called. */
  public String origin() {
    return origin.name();
  }

  /** The key that its checkpoints are verified with. */
  public VerifierKey verifierKey() {
    return key.signer().verifier();
  }

  /** What it said last. */
  public Optional<SignedCheckpoint> latest() {
    return tables.latest();
  }

  /** What it said when it had this size. */
  public Optional<SignedCheckpoint> at(long size) {
    return tables.at(size);
  }

  /** The first that it said when it had this size or more. */
  public Optional<SignedCheckpoint> from(long size) {
    return tables.from(size);
  }

  /** The place of the event at a position, once it is sealed. */
  public Optional<Long> indexOf(long position) {
    return jdbc.sql("select leaf_index from ledger_sequence where position = ?")
        .param(position)
        .query(Long.class)
        .optional();
  }

  /** The sealed entries from an index on, up to another one that is not among them. */
  public List<Entry> entries(long from, long to) {
    return entries("sealed.leaf_index >= ? and sealed.leaf_index < ?", from, to);
  }

  /** The sealed entries at these positions. */
  public List<Entry> at(List<Long> positions) {
    return entries("sealed.position = any(?)", (Object) positions.toArray(Long[]::new));
  }

  private List<Entry> entries(String which, Object... values) {
    return jdbc.sql(
            "select sealed.leaf_index, leaf.leaf, "
                + StoredEvent.COLUMNS
                + " from ledger_sequence sealed"
                + " join ledger_leaf leaf on leaf.position = sealed.position"
                + " join ledger_event event on event.position = sealed.position where "
                + which
                + " order by sealed.leaf_index")
        .params(values)
        .query((row, number) ->
            new Entry(row.getLong("leaf_index"), row.getBytes("leaf"), StoredEvent.of(row)))
        .list();
  }

  /** The proof that a leaf is in the log that a checkpoint speaks of. */
  public TlogProof proof(long index, SignedCheckpoint checkpoint) {
    InclusionProof inclusion = tree(checkpoint.size()).inclusion(index);
    return TlogProof.of(inclusion, checkpoint.note());
  }

  /** The proofs of several leaves; tiles that they share are read once. */
  public List<TlogProof> proofs(List<Long> indexes, SignedCheckpoint checkpoint) {
    MerkleTree tree = tree(checkpoint.size());
    List<TlogProof> proofs = new ArrayList<>();
    for (long index : indexes) {
      proofs.add(TlogProof.of(tree.inclusion(index), checkpoint.note()));
    }
    return proofs;
  }

  /** The proof that the log of one size goes on from that of an earlier one. */
  public ConsistencyProof consistency(long from, long to) {
    return tree(to).consistencyFrom(from);
  }

  /** A tile of the log, where it has come that far. */
  public Optional<Tile> tile(TileId id) {
    long size = tables.reached().size();
    return TileId.widthAt(size, id.level(), id.index()) < id.width()
        ? Optional.empty()
        : Optional.of(narrowed(tiles.tile(id), id));
  }

  private static Tile narrowed(Tile tile, TileId id) {
    return new Tile(id, tile.hashes().subList(0, id.width()));
  }

  private MerkleTree tree(long size) {
    return TileHashes.tree(size, tiles);
  }
}
