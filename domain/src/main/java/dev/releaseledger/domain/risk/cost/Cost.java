package dev.releaseledger.domain.risk.cost;

import dev.releaseledger.domain.plan.Risk;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is expected to cost.
 *
 * @param lock the strongest lock on a relation that is in use, or null
 * @param rewrites whether it writes a table anew
 * @param scans whether it reads a table whole
 */
public record Cost(@Nullable Lock lock, boolean rewrites, boolean scans) {

  /** Nothing that anybody else would notice. */
  public static final Cost NONE = new Cost(null, false, false);

  /** A change of the catalog, under this lock if any. */
  public static Cost catalog(@Nullable Lock lock) {
    return new Cost(lock, false, false);
  }

  /** Reads a table whole under this lock. */
  public static Cost scan(@Nullable Lock lock) {
    return new Cost(lock, false, true);
  }

  /** Writes a table anew, and reads it for that. */
  public static Cost rewrite(@Nullable Lock lock) {
    return new Cost(lock, true, true);
  }

  /** What the work alone amounts to, whatever else there is to say about it. */
  public Risk risk() {
    if (!rewrites && !scans) {
      return Risk.METADATA_ONLY;
    }
    return lock != null && lock.blocksWriters() ? Risk.BLOCKING : Risk.LOW_LOCK;
  }
}
