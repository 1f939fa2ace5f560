package dev.releaseledger.evidence.trust;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import java.time.Instant;
import java.util.Optional;

/** When something is believed: from a time on, until another or for good. */
public record Period(Instant from, Optional<Instant> until) {

  /** Refuses a period without a moment in it. */
  public Period {
    if (until.isPresent() && !from.isBefore(until.get())) {
      throw new Malformed("a period that ends before it starts");
    }
  }

  /** Whether a time is in it. */
  public boolean covers(Instant time) {
    return !time.isBefore(from) && until.map(time::isBefore).orElse(true);
  }

  Members into(Members members) {
    return members.instant("from", from).instant("until", until);
  }

  static Period of(Fields fields) {
    return new Period(fields.instant("from"), fields.optionalInstant("until"));
  }
}
