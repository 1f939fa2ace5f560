package dev.releaseledger.domain.risk.rule;

/** A rule goes, and statements do what they say. */
final class DropRewriteRule extends DropRule {

  DropRewriteRule() {
    super("drop-rule", ", and statements that it rewrote do what they say");
  }
}
