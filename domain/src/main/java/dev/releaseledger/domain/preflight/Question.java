package dev.releaseledger.domain.preflight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question about the rows of a table, in SQL that only reads.
 *
 * @param object the object in words
 * @param rows which rows are counted, such as {@code rows where c is NULL}
 * @param fails whether one such row makes the plan fail
 * @param counted a query whose column {@code n} adds up to the number of them
 * @param keys a query of the keys of these rows as texts, or null when they have none
 */
public record Question(
    String object, String rows, boolean fails, String counted, @Nullable String keys) {

  /** The query for how many there are, and for how many rows of the answer that took. */
  public String count(long limit) {
    return "SELECT coalesce(sum(n), 0), count(*) FROM (%s LIMIT %d) AS counted"
        .formatted(counted, limit);
  }

  /** The answer of a target that found rows. */
  public RowCheck found(int step, long number, boolean atLeast, List<String> sampleKeys) {
    return new RowCheck(step, object, rows, fails, number, atLeast, false, sampleKeys, null);
  }

  /** The answer from an estimate, where counting did not come to an end. */
  public RowCheck estimated(int step, long number) {
    return new RowCheck(step, object, rows, fails, number, false, true, List.of(), null);
  }

  /** No answer, and why. */
  public RowCheck unfinished(int step, String reason) {
    return new RowCheck(step, object, rows, fails, 0, false, false, List.of(), reason);
  }
}
