package dev.releaseledger.domain.risk.rule;

/** A collation goes, and queries that name it fail. */
final class DropCollation extends DropRule {

  DropCollation() {
    super("drop-collation", "");
  }
}
