package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.TakenLock;
import dev.releaseledger.domain.rehearsal.UndoMark;
import java.util.List;

/** What one step did on the copy, before its undo is known. */
record Measured(long millis, List<TakenLock> locks, List<String> rewrites, List<String> scans) {

  /** A step that left no trace. */
  static final Measured NOTHING = new Measured(0, List.of(), List.of(), List.of());

  /** The same, of this step, with what is known of its undo. */
  MeasuredStep marked(int number, UndoMark undo) {
    return new MeasuredStep(number, millis, locks, rewrites, scans, undo);
  }
}
