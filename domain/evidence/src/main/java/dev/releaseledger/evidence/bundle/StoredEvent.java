package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Decimal;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;

/** The exact bytes that are stored of the event whose leaf is at this index. */
public record StoredEvent(long index, byte[] payload, byte[] metadata) {

  Json.Obj json() {
    return new Members()
        .text("index", Long.toString(index))
        .text("metadata", Base64Text.of(metadata))
        .text("payload", Base64Text.of(payload))
        .built();
  }

  static StoredEvent of(Fields fields) {
    return new StoredEvent(
        Decimal.parse(fields.text("index")),
        Base64Text.decode(fields.text("payload")),
        Base64Text.decode(fields.text("metadata")));
  }
}
