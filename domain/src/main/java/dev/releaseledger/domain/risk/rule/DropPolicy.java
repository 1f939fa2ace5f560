package dev.releaseledger.domain.risk.rule;

/** A policy goes, and other rows than before are seen. */
final class DropPolicy extends DropRule {

  DropPolicy() {
    super("drop-policy", ", and who sees which rows may change");
  }
}
