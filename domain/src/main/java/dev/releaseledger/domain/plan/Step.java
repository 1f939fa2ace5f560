package dev.releaseledger.domain.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a plan.
 *
 * @param number its place in the whole plan, from 1
 * @param object the object it is about, in words
 * @param lock the strongest lock it takes on something that is in use, or null
 * @param lockTimeoutMillis how long it may wait for a lock
 * @param statementTimeoutMillis how long it may run
 * @param destructive whether it needs force
 */
public record Step(
    int number,
    String object,
    String summary,
    String sql,
    @Nullable String lock,
    long lockTimeoutMillis,
    long statementTimeoutMillis,
    Risk risk,
    boolean destructive,
    List<Finding> findings,
    Undo undo) {

  public Step {
    findings = List.copyOf(findings);
  }
}
