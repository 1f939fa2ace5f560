package dev.releaseledger.evidence.timestamp;

/** Carries a refusal out of the verifier. */
final class RefusedTimestamp extends Exception {

  final transient TimestampVerdict.Refused verdict;

  RefusedTimestamp(TimestampFault fault, String detail) {
    super(fault.sentence(), null, false, false);
    this.verdict = new TimestampVerdict.Refused(fault, detail);
  }
}
