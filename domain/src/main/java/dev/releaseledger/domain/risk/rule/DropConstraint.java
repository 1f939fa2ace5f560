package dev.releaseledger.domain.risk.rule;

/** A constraint goes, and nothing guards what it guarded. */
final class DropConstraint extends DropRule {

  DropConstraint() {
    super("drop-constraint", ", and what it guarded is no longer guarded");
  }
}
