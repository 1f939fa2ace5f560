package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.Quotable;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;

/** A check, what it came to, and what was looked at or why not. */
public record Finding(Check check, Result result, String detail) {

  /** Keeps what strangers wrote from being more than words. */
  public Finding {
    detail = Quotable.of(detail);
  }

  Json.Obj json() {
    return new Members()
        .text("check", check.id())
        .text("sentence", check.sentence())
        .text("result", result.word())
        .text("detail", detail)
        .built();
  }
}
