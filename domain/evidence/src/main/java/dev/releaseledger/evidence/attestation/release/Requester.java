package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import java.time.Instant;
import java.util.Optional;

/** Who asked for the change, under the random reference that the ledger has for them. */
public record Requester(String actorRef, Optional<String> role, Instant at) {

  Json.Obj json() {
    return new Members().text("actorRef", actorRef).text("role", role).instant("at", at).built();
  }

  static Requester of(Fields fields) {
    return new Requester(
        fields.text("actorRef"), fields.optionalText("role"), fields.instant("at"));
  }
}
