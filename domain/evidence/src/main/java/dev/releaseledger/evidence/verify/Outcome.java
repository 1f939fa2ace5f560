package dev.releaseledger.evidence.verify;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What all checks together come to. */
public enum Outcome {
  /** Nothing is wrong, and all that is demanded is there. */
  VERIFIED,
  /** Nothing is wrong, but fewer vouch for it than are demanded. */
  POLICY_NOT_MET,
  /** Something is wrong. */
  FAILED;

  static Outcome of(List<Finding> findings) {
    Set<Result> results = findings.stream().map(Finding::result).collect(Collectors.toSet());
    if (results.contains(Result.FAILED)) {
      return FAILED;
    }
    return results.contains(Result.NOT_MET) ? POLICY_NOT_MET : VERIFIED;
  }

  /** The word in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
