package dev.releaseledger.app.port;

import dev.releaseledger.evidence.Verdict;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import java.util.function.LongFunction;

/**
 * A checkpoint that others are asked to keep.
 *
 * @param checkpoint what the log says
 * @param note the same with its signature
 * @param goingOnFrom proves that it goes on from an earlier size
 */
public record OfferedCheckpoint(
    Checkpoint checkpoint, Note note, LongFunction<ConsistencyProof> goingOnFrom) {

  /** Whether it goes on from what the same log said before. */
  public boolean goesOnFrom(Checkpoint earlier) {
    return earlier.origin().equals(checkpoint.origin())
        && earlier.size() > 0
        && earlier.size() <= checkpoint.size()
        && goingOnFrom.apply(earlier.size()).verify(earlier.root(), checkpoint.root())
            instanceof Verdict.Holds;
  }
}
