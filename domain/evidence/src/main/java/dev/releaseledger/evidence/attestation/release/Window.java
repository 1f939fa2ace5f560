package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import java.time.Instant;

/** When the change was allowed to run. */
public record Window(Instant from, Instant until) {

  /** Refuses a window that ends before it starts. */
  public Window {
    if (!from.isBefore(until)) {
      throw new Malformed("a window that ends before it starts");
    }
  }

  /** Whether a time is within it. */
  public boolean covers(Instant time) {
    return !time.isBefore(from) && time.isBefore(until);
  }

  Json.Obj json() {
    return new Members().instant("from", from).instant("until", until).built();
  }

  static Window of(Fields fields) {
    return new Window(fields.instant("from"), fields.instant("until"));
  }
}
