package dev.releaseledger.domain.plan;

/** How a step is taken back, as far as it can be. */
public sealed interface Undo {

  /** Running this SQL restores the shape that was there before the step. */
  record Reversible(String sql) implements Undo {}

  /** Running this SQL restores the shape, but not what was lost. */
  record ReversibleWithDataLoss(String sql, String lost) implements Undo {}

  /** Nothing restores it, for the reason given. */
  record Irreversible(String reason) implements Undo {}
}
