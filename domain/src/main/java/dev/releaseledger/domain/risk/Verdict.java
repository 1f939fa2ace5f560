package dev.releaseledger.domain.risk;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Risk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules say about one step. */
record Verdict(@Nullable String lock, Risk risk, boolean destructive, List<Finding> findings) {

  /** A change of the catalog, under this lock if any. */
  static Verdict quick(@Nullable String lock) {
    return new Verdict(lock, Risk.METADATA_ONLY, false, List.of());
  }

  /** Something worth telling, that needs no force. */
  static Verdict noticed(@Nullable String lock, Finding finding) {
    return new Verdict(lock, finding.risk(), false, List.of(finding));
  }

  /** Something that needs force. */
  static Verdict destructive(@Nullable String lock, Finding finding) {
    return new Verdict(lock, finding.risk(), true, List.of(finding));
  }
}
