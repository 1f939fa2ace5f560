package dev.releaseledger.app.postgres;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** How running a stage ended. */
public sealed interface StageResult {

  /** Every step is done and committed; how many milliseconds each took, by its number. */
  record Applied(SortedMap<Integer, Long> millis) implements StageResult {}

  /**
   * A step failed.
   *
   * @param message the server's, without values from rows
   * @param rolledBack whether the database is as it was before the stage
   */
  record Failed(int step, @Nullable String sqlState, String message, boolean rolledBack)
      implements StageResult {}
}
