package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.util.Optional;

/** The plan was tried out somewhere before. */
public record TestRun(
    String environment, Sha256 planDigest, Outcome result, Optional<String> uri, Sha256 digest) {

  Json.Obj json() {
    return new Members()
        .text("environment", environment)
        .digest("planDigest", planDigest)
        .word("result", result)
        .text("uri", uri)
        .digest("digest", digest)
        .built();
  }

  static TestRun of(Fields fields) {
    return new TestRun(
        fields.text("environment"),
        fields.digest("planDigest"),
        fields.word("result", Outcome.class),
        fields.optionalText("uri"),
        fields.digest("digest"));
  }
}
