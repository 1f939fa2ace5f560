package dev.releaseledger.domain.risk.rule;

/** A publication loses what its subscribers still follow. */
final class DropPublication extends DropRule {

  DropPublication() {
    super("drop-publication", ", and its subscribers are no longer told of changes");
  }
}
