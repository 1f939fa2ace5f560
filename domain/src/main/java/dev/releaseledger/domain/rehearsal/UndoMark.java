package dev.releaseledger.domain.rehearsal;

/** What the rehearsal says about taking a step back. */
public sealed interface UndoMark {

  /** Its undo was run, and led back to the schema before it. */
  record Reversible() implements UndoMark {}

  /** Its undo leads back to the schema, but not to the values that were there. */
  record ReversibleWithDataLoss(String lost) implements UndoMark {}

  /** Nothing leads back. */
  record Irreversible(String reason) implements UndoMark {}
}
