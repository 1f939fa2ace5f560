package dev.releaseledger.domain.risk.rule;

/** An event trigger goes, and nothing fails that it used to stop. */
final class DropEventTrigger extends DropRule {

  DropEventTrigger() {
    super("drop-event-trigger", ", and what it guarded is no longer guarded");
  }
}
