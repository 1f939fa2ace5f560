package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;

/** What the policy said in the end. */
public record Gate(Sha256 policyDigest, Ruling verdict) {

  Json.Obj json() {
    return new Members().digest("policyDigest", policyDigest).word("verdict", verdict).built();
  }

  static Gate of(Fields fields) {
    return new Gate(fields.digest("policyDigest"), fields.word("verdict", Ruling.class));
  }
}
