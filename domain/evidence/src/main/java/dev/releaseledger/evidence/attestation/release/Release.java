package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.time.Instant;

/** A release as the ledger knows it. */
public record Release(
    String id, String project, String commit, Sha256 schemaFingerprint, Instant releasedAt) {

  Json.Obj json() {
    return new Members()
        .text("id", id)
        .text("project", project)
        .text("commit", commit)
        .digest("schemaFingerprint", schemaFingerprint)
        .instant("releasedAt", releasedAt)
        .built();
  }

  static Release of(Fields fields) {
    return new Release(
        fields.text("id"),
        fields.text("project"),
        fields.text("commit"),
        fields.digest("schemaFingerprint"),
        fields.instant("releasedAt"));
  }
}
