package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;

/** The release that was current before, and the schema it stood for. */
public record PreviousRelease(String id, Sha256 schemaFingerprint) {

  Json.Obj json() {
    return new Members().text("id", id).digest("schemaFingerprint", schemaFingerprint).built();
  }

  static PreviousRelease of(Fields fields) {
    return new PreviousRelease(fields.text("id"), fields.digest("schemaFingerprint"));
  }
}
