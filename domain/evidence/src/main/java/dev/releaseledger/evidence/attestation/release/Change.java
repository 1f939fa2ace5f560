package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.util.List;
import java.util.Optional;

/** What was to change, why, and what was known of its risk. */
public record Change(
    String id,
    Sha256 planDigest,
    Optional<String> ticket,
    Optional<Sha256> reasonCommitment,
    List<String> scope,
    Risk risk,
    boolean emergency) {

  /** Keeps a copy. */
  public Change {
    scope = List.copyOf(scope);
  }

  Json.Obj json() {
    return new Members()
        .text("id", id)
        .digest("planDigest", planDigest)
        .text("ticket", ticket)
        .digest("reasonCommitment", reasonCommitment)
        .texts("scope", scope)
        .word("risk", risk)
        .flag("emergency", emergency)
        .built();
  }

  static Change of(Fields fields) {
    return new Change(
        fields.text("id"),
        fields.digest("planDigest"),
        fields.optionalText("ticket"),
        fields.optionalDigest("reasonCommitment"),
        fields.texts("scope"),
        fields.word("risk", Risk.class),
        fields.flag("emergency"));
  }
}
