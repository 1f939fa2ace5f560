package dev.releaseledger.domain.readiness;

import java.util.List;

/**
 * Whether an artifact passes, and if not, why.
 *
 * @param blockers what it says holds it back, else what the rule found; empty where it passes
 */
record Verdict(boolean passed, List<String> blockers) {

  Verdict {
    blockers = List.copyOf(blockers);
  }

  static Verdict of(List<String> blockers) {
    return new Verdict(blockers.isEmpty(), blockers);
  }
}
