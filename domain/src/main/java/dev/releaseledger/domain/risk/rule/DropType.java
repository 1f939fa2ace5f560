package dev.releaseledger.domain.risk.rule;

/** A type goes, and programs that name it fail. */
final class DropType extends DropRule {

  DropType() {
    super("drop-type", "");
  }
}
