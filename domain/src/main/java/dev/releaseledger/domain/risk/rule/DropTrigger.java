package dev.releaseledger.domain.risk.rule;

/** A trigger goes, and what it did no longer happens. */
final class DropTrigger extends DropRule {

  DropTrigger() {
    super("drop-trigger", ", and what it guarded is no longer guarded");
  }
}
