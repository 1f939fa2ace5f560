package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;

/** Which rule kept those who ask, approve and apply apart, and whether it did. */
public record SeparationOfDuties(String rule, Ruling verdict) {

  Json.Obj json() {
    return new Members().text("rule", rule).word("verdict", verdict).built();
  }

  static SeparationOfDuties of(Fields fields) {
    return new SeparationOfDuties(fields.text("rule"), fields.word("verdict", Ruling.class));
  }
}
