package dev.releaseledger.domain.risk.rule;

/** A statistics object goes, and the planner guesses again. */
final class DropStatistics extends DropRule {

  DropStatistics() {
    super("drop-statistics", ", and queries that rely on it may get slower plans");
  }
}
