package dev.releaseledger.app.port;

import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.TakenLock;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a script, and what came of it on a scratch copy.
 *
 * @param file the file it is in, as it was named
 * @param line the line it starts on, from 1
 * @param inTransaction whether the script had begun a transaction
 * @param leavesOpen whether the script ends after it with that transaction still open
 * @param lockTimeoutMillis how long it would have waited for a lock; 0 is for ever
 */
public record TriedStatement(
    String file,
    int line,
    String sql,
    boolean inTransaction,
    boolean leavesOpen,
    long lockTimeoutMillis,
    Outcome outcome) {

  /** What came of a statement. */
  public sealed interface Outcome {

    /**
     * It ran.
     *
     * @param held the locks that its transaction held before it
     * @param before the schema it found
     * @param after the schema it left
     */
    record Ran(List<TakenLock> held, MeasuredStep measured, Schema before, Schema after)
        implements Outcome {}

    /**
     * The server refused it.
     *
     * @param line where in the file the server saw the mistake
     */
    record Failed(int line, @Nullable String sqlState, String message, @Nullable String hint)
        implements Outcome {}

    /** It was left out, for this reason. */
    record LeftOut(String why) implements Outcome {}
  }
}
