package dev.releaseledger.domain.risk.rule;

/** A sequence goes, and nobody knows how far it had counted. */
final class DropSequence extends DropRule {

  DropSequence() {
    super("drop-sequence", ", and how far it had counted is forgotten");
  }
}
