package dev.releaseledger.app.sealing;

import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.log.LogChange;
import dev.releaseledger.evidence.log.LogHistory;
import dev.releaseledger.evidence.merkle.Tile;
import dev.releaseledger.evidence.note.Note;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the log keeps. Rows are added, and never changed. */
@Component
class LogTables {

  private static final String CHECKPOINT =
      "select size, root, note, signed_at from ledger_checkpoint";

  private final JdbcClient jdbc;

  LogTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How far the log has come: how many leaves have their place, and the position of the last. */
  record Reached(long size, long position) {}

  /** An event with the leaf that stands beside it. */
  record Unsealed(StoredEvent event, byte[] leaf, Sha256 hash) {}

  Reached reached() {
    return jdbc.sql(
            """
            select leaf_index + 1 as size, position from ledger_sequence
            order by leaf_index desc limit 1
            """)
        .query((row, number) -> new Reached(row.getLong(1), row.getLong(2)))
        .optional()
        .orElse(new Reached(0, 0));
  }

  /** What happened to the log itself, as far as it is sealed. */
  LogHistory history() {
    return new LogHistory(
        jdbc.sql(
                """
                select placed.leaf_index, event.name, event.payload from ledger_event event
                join ledger_sequence placed on placed.position = event.position
                where event.name in
                  ('log-key-rotated', 'log-key-retired', 'log-frozen', 'log-continued')
                order by event.position
                """)
            .query((row, number) ->
                LogChange.of(row.getLong(1), row.getString(2), payload(row.getString(3))))
            .list());
  }

  /** The members of a stored payload. */
  static Json.Obj payload(String text) {
    return StrictJson.readObject(text.getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  /** The events behind a position in their order, at most so many. */
  List<Unsealed> behind(long position, int limit) {
    return jdbc.sql(
            "select "
                + StoredEvent.COLUMNS
                + ", leaf.leaf, leaf.leaf_hash from ledger_event event"
                + " join ledger_leaf leaf using (position)"
                + " where event.position > ? order by event.position limit ?")
        .params(position, limit)
        .query((row, number) ->
            new Unsealed(
                StoredEvent.of(row), row.getBytes("leaf"), Sha256.wrap(row.getBytes("leaf_hash"))))
        .list();
  }

  /** Gives the leaves at these positions their places, from an index on. */
  void sequence(long first, List<Long> positions) {
    int added =
        jdbc.sql(
                """
                insert into ledger_sequence (leaf_index, position)
                select ? + place - 1, position
                from unnest(?::bigint[]) with ordinality as sealed (position, place)
                """)
            .param(first)
            .param(positions.toArray(Long[]::new))
            .update();
    if (added != positions.size()) {
      throw new BrokenLog("only %d of %d leaves got a place".formatted(added, positions.size()));
    }
  }

  void keep(Tile tile) {
    int unused =
        jdbc.sql("insert into ledger_tile (level, tile, width, hashes) values (?, ?, ?, ?)")
            .params(tile.id().level(), tile.id().index(), tile.id().width(), tile.bytes())
            .update();
  }

  /** Keeps a checkpoint; where there is one of the same size already, that stays. */
  void keep(long size, Sha256 root, Note note, Instant at) {
    int unused =
        jdbc.sql(
                """
                insert into ledger_checkpoint (size, root, note, signed_at) values (?, ?, ?, ?)
                on conflict (size) do nothing
                """)
            .params(size, root.bytes(), note.written(), Timestamp.from(at))
            .update();
  }

  Optional<SignedCheckpoint> latest() {
    return checkpoint(" order by size desc limit 1");
  }

  Optional<SignedCheckpoint> at(long size) {
    return checkpoint(" where size = ?", size);
  }

  /** The first checkpoint of at least this size. */
  Optional<SignedCheckpoint> from(long size) {
    return checkpoint(" where size >= ? order by size limit 1", size);
  }

  /** The last checkpoint of at most this size. */
  Optional<SignedCheckpoint> upTo(long size) {
    return checkpoint(" where size <= ? order by size desc limit 1", size);
  }

  private Optional<SignedCheckpoint> checkpoint(String which, Object... values) {
    return jdbc.sql(CHECKPOINT + which)
        .params(values)
        .query((row, number) ->
            new SignedCheckpoint(
                row.getLong("size"),
                Sha256.wrap(row.getBytes("root")),
                Note.parse(row.getString("note").getBytes(StandardCharsets.UTF_8)).orThrow(),
                row.getTimestamp("signed_at").toInstant()))
        .optional();
  }
}
