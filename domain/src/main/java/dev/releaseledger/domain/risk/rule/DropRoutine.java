package dev.releaseledger.domain.risk.rule;

/** A function or procedure goes, and programs that call it fail. */
final class DropRoutine extends DropRule {

  DropRoutine() {
    super("drop-routine", "");
  }
}
