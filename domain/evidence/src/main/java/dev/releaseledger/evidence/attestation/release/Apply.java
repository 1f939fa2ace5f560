package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.time.Instant;

/** The change was run: by whom, when, on what, and what exactly. */
public record Apply(
    String actorRef,
    Instant startedAt,
    Instant finishedAt,
    String targetId,
    Sha256 planDigest,
    Sha256 executedDigest,
    Outcome result) {

  /** Refuses a run that ended before it started. */
  public Apply {
    if (finishedAt.isBefore(startedAt)) {
      throw new Malformed("an apply that finished before it started");
    }
  }

  Json.Obj json() {
    return new Members()
        .text("actorRef", actorRef)
        .instant("startedAt", startedAt)
        .instant("finishedAt", finishedAt)
        .text("targetId", targetId)
        .digest("planDigest", planDigest)
        .digest("executedDigest", executedDigest)
        .word("result", result)
        .built();
  }

  static Apply of(Fields fields) {
    return new Apply(
        fields.text("actorRef"),
        fields.instant("startedAt"),
        fields.instant("finishedAt"),
        fields.text("targetId"),
        fields.digest("planDigest"),
        fields.digest("executedDigest"),
        fields.word("result", Outcome.class));
  }
}
