package dev.releaseledger.domain.risk.rule;

/** A view goes, and whoever queries it fails. */
final class DropView extends DropRule {

  DropView() {
    super("drop-view", "");
  }
}
