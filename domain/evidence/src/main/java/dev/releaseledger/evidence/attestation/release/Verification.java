package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.time.Instant;

/** What the databases were compared with after the change, and whether they agreed. */
public record Verification(Drift driftResult, Sha256 snapshotDigest, Instant at) {

  Json.Obj json() {
    return new Members()
        .word("driftResult", driftResult)
        .digest("snapshotDigest", snapshotDigest)
        .instant("at", at)
        .built();
  }

  static Verification of(Fields fields) {
    return new Verification(
        fields.word("driftResult", Drift.class),
        fields.digest("snapshotDigest"),
        fields.instant("at"));
  }
}
