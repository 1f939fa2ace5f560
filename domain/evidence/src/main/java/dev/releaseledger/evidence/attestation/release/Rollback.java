package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.util.Optional;

/** How the change could have been taken back, and whether it was. */
public record Rollback(
    Optional<Sha256> planDigest, boolean tested, Optional<String> ownerRef, boolean executed) {

  Json.Obj json() {
    return new Members()
        .digest("planDigest", planDigest)
        .flag("tested", tested)
        .text("ownerRef", ownerRef)
        .flag("executed", executed)
        .built();
  }

  static Rollback of(Fields fields) {
    return new Rollback(
        fields.optionalDigest("planDigest"),
        fields.flag("tested"),
        fields.optionalText("ownerRef"),
        fields.flag("executed"));
  }
}
