package dev.releaseledger.domain.readiness;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What there has to be evidence of, in the order in which a report tells it. */
public enum EvidenceDomain {
  /** Which routes were tried on a developer's machine. */
  LOCAL_MATRIX,
  /** Whether what arrives is what was sent. */
  CORRECTNESS,
  /** Whether it goes on after a failure. */
  RELIABILITY,
  /** How fast it is. */
  PERFORMANCE_LAB,
  /** Whether people can work with it. */
  UX,
  /** Who decided, and whether the rules held; the ledger tells. */
  GOVERNANCE,
  /** What was changed in the schema, and whether it arrived; the ledger tells. */
  SCHEMA_EVOLUTION;

  /** The word used in files and on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the ledger has the evidence itself, so that no file can stand in for it. */
  public boolean isOfLedger() {
    return this == GOVERNANCE || this == SCHEMA_EVOLUTION;
  }

  /** The domain of this word. */
  public static Optional<EvidenceDomain> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }
}
