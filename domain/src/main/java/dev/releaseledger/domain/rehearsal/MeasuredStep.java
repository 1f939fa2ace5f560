package dev.releaseledger.domain.rehearsal;

import java.util.List;

/**
 * What one step did on the scratch copy.
 *
 * @param number of the step in its plan
 * @param millis how long it took
 * @param locks the strongest lock it took on each relation that was there before the plan
 * @param rewrites the relations it wrote anew
 * @param scans the relations it read whole
 */
public record MeasuredStep(
    int number,
    long millis,
    List<TakenLock> locks,
    List<String> rewrites,
    List<String> scans,
    UndoMark undo) {

  public MeasuredStep {
    locks = List.copyOf(locks);
    rewrites = List.copyOf(rewrites);
    scans = List.copyOf(scans);
  }
}
