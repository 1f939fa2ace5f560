package dev.releaseledger.app.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a stage ended. */
public sealed interface StageOutcome {

  /** Everything is committed; the milliseconds of each statement, in order. */
  record Committed(List<Long> millis) implements StageOutcome {
    public Committed {
      millis = List.copyOf(millis);
    }
  }

  /** A statement failed; what earlier ones did in the same transaction is rolled back. */
  record Failed(int step, @Nullable String sqlState, String message) implements StageOutcome {}

  /** The connection was lost; what the database has is to be read from it. */
  record Unknown(String message) implements StageOutcome {}
}
