package dev.releaseledger.domain.risk.rule;

/** The way to another server goes. */
final class DropForeignData extends DropRule {

  DropForeignData() {
    super("drop-foreign-data", ", and what is behind it is out of reach");
  }
}
