package dev.releaseledger.domain.risk.rule;

/** A procedural language or a transform goes. */
final class DropLanguage extends DropRule {

  DropLanguage() {
    super("drop-language", "");
  }
}
