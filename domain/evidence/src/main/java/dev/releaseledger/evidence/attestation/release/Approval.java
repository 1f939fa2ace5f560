package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.time.Instant;
import java.util.Optional;

/** Somebody said yes or no to a plan, known by its digest. */
public record Approval(
    String actorRef,
    String role,
    Decision decision,
    Instant at,
    Sha256 planDigest,
    Sha256 policyDigest,
    Optional<String> signature) {

  Json.Obj json() {
    return new Members()
        .text("actorRef", actorRef)
        .text("role", role)
        .word("decision", decision)
        .instant("at", at)
        .digest("planDigest", planDigest)
        .digest("policyDigest", policyDigest)
        .text("signature", signature)
        .built();
  }

  static Approval of(Fields fields) {
    return new Approval(
        fields.text("actorRef"),
        fields.text("role"),
        fields.word("decision", Decision.class),
        fields.instant("at"),
        fields.digest("planDigest"),
        fields.digest("policyDigest"),
        fields.optionalText("signature"));
  }
}
