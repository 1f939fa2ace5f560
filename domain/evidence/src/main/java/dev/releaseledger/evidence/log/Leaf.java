package dev.releaseledger.evidence.log;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.merkle.MerkleHash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the log holds of an event: which, where, when, and the digests of its stored bytes. Its form
 * is canonical JSON (RFC 8785), so that a leaf has one hash.
 *
 * @param kind what it stands for
 * @param position of the event in the store; gaps are normal
 * @param aggregate the kind of thing that the event is about
 * @param aggregateId which one
 * @param sequence of the event among those of its aggregate, from 0
 * @param id of the event
 * @param type of the event
 * @param version of the type
 * @param recordedAt when, as the store says, in its very spelling: a time of RFC 3339 in UTC
 * @param payload digest of the stored payload
 * @param metadata digest of the stored metadata
 */
public record Leaf(
    LeafKind kind,
    long position,
    String aggregate,
    String aggregateId,
    long sequence,
    String id,
    String type,
    String version,
    String recordedAt,
    Sha256 payload,
    Sha256 metadata) {

  /** How many bytes an entry of a log may have (C2SP tlog-tiles). */
  public static final int MAX_BYTES = 65_535;

  /** The version of this form. */
  private static final long FORM = 1;

  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

  private static final Set<String> NAMES =
      Set.of(
          "agg",
          "aggId",
          "id",
          "kind",
          "metadataSha256",
          "payloadSha256",
          "pos",
          "seq",
          "ts",
          "type",
          "v",
          "ver");

  /** Refuses what cannot be written as a leaf. */
  public Leaf {
    for (String text : new String[] {aggregate, aggregateId, id, type, version}) {
      if (text.isEmpty()) {
        throw new Malformed("an empty text in a leaf");
      }
    }
    if (!isTime(recordedAt)) {
      throw new Malformed("a time that is not in the form of RFC 3339 in UTC");
    }
    if (position < 0 || sequence < 0) {
      throw new Malformed("a negative number in a leaf");
    }
  }

  /** The content of the leaf, which is hashed. */
  public byte[] bytes() {
    Map<String, Json> members = new TreeMap<>();
    members.put("agg", new Json.Str(aggregate));
    members.put("aggId", new Json.Str(aggregateId));
    members.put("id", new Json.Str(id));
    members.put("kind", new Json.Str(kind.text()));
    members.put("metadataSha256", new Json.Str(metadata.hex()));
    members.put("payloadSha256", new Json.Str(payload.hex()));
    members.put("pos", Json.Num.of(position));
    members.put("seq", Json.Num.of(sequence));
    members.put("ts", new Json.Str(recordedAt));
    members.put("type", new Json.Str(type));
    members.put("v", Json.Num.of(FORM));
    members.put("ver", new Json.Str(version));
    byte[] bytes = Canonical.bytes(Json.Obj.of(members));
    if (bytes.length > MAX_BYTES) {
      throw new Malformed("a leaf of more than " + MAX_BYTES + " bytes");
    }
    return bytes;
  }

  /** Its hash in the tree. */
  public Sha256 hash() {
    return MerkleHash.leaf(bytes());
  }

  /** The leaf with this content; any other spelling than the canonical one is refused. */
  public static Read<Leaf> parse(byte[] bytes) {
    return Read.of(() -> parsed(bytes));
  }

  private static Leaf parsed(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new Malformed("a leaf of more than " + MAX_BYTES + " bytes");
    }
    Json.Obj leaf = StrictJson.readCanonical(bytes).orThrow().exactly(NAMES);
    if (leaf.integer("v") != FORM) {
      throw new Malformed("a leaf in a form that is not known");
    }
    return new Leaf(
        LeafKind.of(leaf.text("kind")),
        leaf.integer("pos"),
        leaf.text("agg"),
        leaf.text("aggId"),
        leaf.integer("seq"),
        leaf.text("id"),
        leaf.text("type"),
        leaf.text("ver"),
        leaf.text("ts"),
        Sha256.parseHex(leaf.text("payloadSha256")),
        Sha256.parseHex(leaf.text("metadataSha256")));
  }

  /** When, as the store says. */
  public Instant at() {
    return Instant.parse(recordedAt);
  }

  private static boolean isTime(String text) {
    try {
      return TIME.matcher(text).matches() && Instant.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
