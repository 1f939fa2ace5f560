package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;

/** Where in the log the events of the release are. */
public record LogRange(
    String origin, long size, Sha256 root, long firstIndex, long lastIndex, long eventCount) {

  /** Refuses indexes that a log of this size does not have. */
  public LogRange {
    if (firstIndex > lastIndex || lastIndex >= size) {
      throw new Malformed("indexes " + firstIndex + " to " + lastIndex + " of " + size);
    }
    if (eventCount < 1 || eventCount > lastIndex - firstIndex + 1) {
      throw new Malformed(eventCount + " events do not fit the indexes");
    }
  }

  Json.Obj json() {
    return new Members()
        .text("origin", origin)
        .integer("size", size)
        .digest("root", root)
        .integer("firstIndex", firstIndex)
        .integer("lastIndex", lastIndex)
        .integer("eventCount", eventCount)
        .built();
  }

  static LogRange of(Fields fields) {
    return new LogRange(
        fields.text("origin"),
        fields.count("size"),
        fields.digest("root"),
        fields.count("firstIndex"),
        fields.count("lastIndex"),
        fields.count("eventCount"));
  }
}
