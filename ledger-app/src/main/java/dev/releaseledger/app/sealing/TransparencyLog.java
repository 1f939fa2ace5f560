package dev.releaseledger.app.sealing;

import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.log.LogHistory;
import dev.releaseledger.evidence.log.TlogProof;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.merkle.Frontier;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.merkle.MerkleTree;
import dev.releaseledger.evidence.merkle.Tile;
import dev.releaseledger.evidence.merkle.TileHashes;
import dev.releaseledger.evidence.merkle.TileId;
import dev.releaseledger.evidence.note.Checkpoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what the log says and proves it. */
@Component
public class TransparencyLog {

  private final LogTables tables;
  private final StoredTiles tiles;
  private final LogAuthority authority;
  private final Origin origin;
  private final JdbcClient jdbc;

  TransparencyLog(
      LogTables tables, StoredTiles tiles, LogAuthority authority, Origin origin, JdbcClient jdbc) {
    this.tables = tables;
    this.tiles = tiles;
    this.authority = authority;
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

  /** The newest of the keys that sign it now. */
  public VerifierKey verifierKey() {
    return keysAt(tables.reached().size()).getLast();
  }

  /** The keys that have signed a checkpoint of this size, the oldest first. */
  public List<VerifierKey> keysAt(long size) {
    return authority.keysAt(size);
  }

  /** Every key that ever signed, the oldest first, with the sizes that it signs. */
  public List<LogHistory.Span> keys() {
    return authority.spans();
  }

  /** What happened to the log itself, as far as it is sealed. */
  public LogHistory history() {
    return authority.history();
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

  /** The sealed entries of a stream from one of its events on, up to and with another. */
  public List<Entry> ofStream(String stream, long first, long last) {
    return entries(
        "event.stream = ? and event.stream_sequence between ? and ?", stream, first, last);
  }

  /** The position of the leaf at an index. */
  public Optional<Long> positionOf(long index) {
    return jdbc.sql("select position from ledger_sequence where leaf_index = ?")
        .param(index)
        .query(Long.class)
        .optional();
  }

  /** When the first event of the ledger was recorded, as it says. */
  public Optional<Instant> begunAt() {
    return jdbc.sql("select recorded_at from ledger_event order by position limit 1")
        .query(String.class)
        .optional()
        .map(Instant::parse);
  }

  /** The last that it said when it had this size or less. */
  public SignedCheckpoint upTo(long size) {
    return tables.upTo(size).orElseGet(this::empty);
  }

  /** What it said before there was anything to say something of. */
  public SignedCheckpoint empty() {
    Checkpoint nothing = new Checkpoint(origin(), 0, MerkleHash.EMPTY);
    return new SignedCheckpoint(
        0,
        nothing.root(),
        nothing.sign(authority.signersAt(tables.reached().size())),
        Instant.EPOCH);
  }

  /** The roots of the full subtrees of the log of a size, the largest first. */
  public List<Sha256> frontier(long size) {
    return Frontier.of(size, tree(size).hashes()).roots();
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
    return proofs(List.of(index), checkpoint).getFirst();
  }

  /** The proofs of several leaves; tiles that they share are read once. */
  public List<TlogProof> proofs(List<Long> indexes, SignedCheckpoint checkpoint) {
    MerkleTree tree = tree(checkpoint.size());
    return indexes.stream()
        .map(index -> TlogProof.of(tree.inclusion(index), checkpoint.note()))
        .toList();
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

  /** The contents of the leaves of a tile of level 0, where the log has come that far. */
  public Optional<List<byte[]>> leaves(TileId id) {
    if (TileId.widthAt(tables.reached().size(), 0, id.index()) < id.width()) {
      return Optional.empty();
    }
    long first = id.index() * TileId.FULL;
    return Optional.of(entries(first, first + id.width()).stream().map(Entry::leaf).toList());
  }

  private MerkleTree tree(long size) {
    return TileHashes.tree(size, tiles);
  }
}
