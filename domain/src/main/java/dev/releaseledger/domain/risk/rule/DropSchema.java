package dev.releaseledger.domain.risk.rule;

/** A schema (namespace) goes. */
final class DropSchema extends DropRule {

  DropSchema() {
    super("drop-schema", "");
  }
}
