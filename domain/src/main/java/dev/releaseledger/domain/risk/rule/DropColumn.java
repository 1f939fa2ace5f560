package dev.releaseledger.domain.risk.rule;

/** A column goes, with the values in it. */
final class DropColumn extends DropRule {

  DropColumn() {
    super("drop-column", ", with the values in it");
  }
}
