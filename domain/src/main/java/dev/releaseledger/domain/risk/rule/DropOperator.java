package dev.releaseledger.domain.risk.rule;

/** An operator, or what belongs to operators and conversions, goes. */
final class DropOperator extends DropRule {

  DropOperator() {
    super("drop-operator", "");
  }
}
