package dev.releaseledger.domain.risk.rule;

/** An index goes, and queries that rely on it get slow. */
final class DropIndex extends DropRule {

  DropIndex() {
    super("drop-index", ", and queries that rely on it get slow");
  }
}
