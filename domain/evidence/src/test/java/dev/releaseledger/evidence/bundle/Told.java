package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.log.Leaf;
import dev.releaseledger.evidence.log.LeafKind;
import dev.releaseledger.evidence.log.LogChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An event as a test tells it.
 *
 * @param aggregateId the stream that it is in
 * @param recordedAt what its leaf says
 */
public record Told(String aggregateId, String name, Json.Obj payload, Instant recordedAt) {

  private static final byte[] METADATA = "{}".getBytes(StandardCharsets.UTF_8);

  /** An event with this payload, which is recorded when it says that it happened. */
  public static Told of(String aggregateId, String name, String json) {
    Json.Obj payload = StrictJson.readObject(json.getBytes(StandardCharsets.UTF_8)).orThrow();
    return new Told(aggregateId, name, payload, Instant.parse(payload.text("at")));
  }

  /** The same with one field changed. */
  public Told with(String field, Json value) {
    SortedMap<String, Json> members = new TreeMap<>(payload.members());
    members.put(field, value);
    return new Told(aggregateId, name, new Json.Obj(members), recordedAt);
  }

  /** The same with one field changed to a text. */
  public Told with(String field, String value) {
    return with(field, new Json.Str(value));
  }

  /** The same, recorded at another time. */
  public Told recordedAt(Instant time) {
    return new Told(aggregateId, name, payload, time);
  }

  /** What is stored of it. */
  public byte[] stored() {
    return Canonical.bytes(payload);
  }

  /** What is stored beside it. */
  public byte[] metadata() {
    return METADATA.clone();
  }

  /** What the log holds of it. */
  public byte[] leaf(long position, long sequence) {
    return new Leaf(
            switch (name) {
              case LogChange.Rotated.NAME -> LeafKind.KEY_ROTATION;
              case LogChange.Frozen.NAME -> LeafKind.FREEZE;
              default -> LeafKind.EVENT;
            },
            position,
            "Environment",
            aggregateId,
            sequence,
            "event-" + position,
            name,
            "1",
            recordedAt.toString(),
            Sha256.of(stored()),
            Sha256.of(METADATA))
        .bytes();
  }
}
