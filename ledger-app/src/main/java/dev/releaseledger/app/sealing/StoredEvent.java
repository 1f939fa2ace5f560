package dev.releaseledger.app.sealing;

import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.log.Leaf;
import dev.releaseledger.evidence.log.LeafKind;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/**
 * An event exactly as it is stored.
 *
 * @param payload its bytes
 * @param metadata its bytes
 */
public record StoredEvent(
    long position,
    String id,
    String stream,
    long sequence,
    String streamType,
    String recordedAt,
    String name,
    String revision,
    String payload,
    String metadata) {

  /** What a statement selects for {@link #of}, from ledger_event named event. */
  static final String COLUMNS =
      """
      event.position, event.event_id, event.stream, event.stream_sequence, event.stream_type,
      event.recorded_at, event.name, event.revision, event.payload, event.metadata
      """;

  static StoredEvent of(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getLong("position"),
        row.getString("event_id"),
        row.getString("stream"),
        row.getLong("stream_sequence"),
        row.getString("stream_type"),
        row.getString("recorded_at"),
        row.getString("name"),
        Objects.requireNonNullElse(row.getString("revision"), "1"),
        row.getString("payload"),
        row.getString("metadata"));
  }

  /** The bytes of the leaf that it should have, made anew from what is stored. */
  public byte[] leafBytes() {
    return name.equals(LoggedStatement.EVENT)
        ? LoggedStatement.leaf(payload.getBytes(StandardCharsets.UTF_8))
        : leaf().bytes();
  }

  /** The leaf of an event that has one in the form of events. */
  public Leaf leaf() {
    return new Leaf(
        switch (name) {
          case "log-key-rotated" -> LeafKind.KEY_ROTATION;
          case "log-frozen" -> LeafKind.FREEZE;
          default -> LeafKind.EVENT;
        },
        position,
        streamType,
        stream,
        sequence,
        id,
        name,
        revision,
        recordedAt,
        digest(payload),
        digest(metadata));
  }

  private static Sha256 digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
