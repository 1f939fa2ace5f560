package dev.releaseledger.domain.risk.rule;

/** An extension goes, with everything it brought. */
final class DropExtension extends DropRule {

  DropExtension() {
    super("drop-extension", "");
  }
}
