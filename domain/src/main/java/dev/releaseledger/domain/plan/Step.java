package dev.releaseledger.domain.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a plan.
 *
 * @param number its place in the whole plan, from 1
 * @param object the object it is about, in words
 * @param lock the strongest lock it takes on something that is in use, or null
 * @param rewrites whether it is expected to write a table anew that is in use
 * @param scans whether it is expected to read a table whole that is in use
 * @param lockTimeoutMillis how long it may wait for a lock
 * @param statementTimeoutMillis how long it may run
 * @param retries what happens when it does not get its lock in time
 * @param destructive whether it needs force
 */
public record Step(
    int number,
    String object,
    String summary,
    String sql,
    @Nullable String lock,
    boolean rewrites,
    boolean scans,
    long lockTimeoutMillis,
    long statementTimeoutMillis,
    Retries retries,
    Risk risk,
    boolean destructive,
    List<Finding> findings,
    Undo undo) {

  public Step {
    findings = List.copyOf(findings);
  }

  /** The same step in another place of the plan. */
  public Step numbered(int place) {
    return with(place, summary, sql, undo);
  }

  /** The step that takes this one back. */
  public Step undone() {
    String back =
        switch (undo) {
          case Undo.Reversible(String it) -> it;
          case Undo.ReversibleWithDataLoss(String it, _) -> it;
          case Undo.Irreversible(String reason) -> throw new IllegalStateException(reason);
        };
    return with(number, "take back: " + summary, back, new Undo.Reversible(sql));
  }

  /** The same step without the findings that are told elsewhere. */
  Step without(List<Finding> told) {
    return new Step(
        number,
        object,
        summary,
        sql,
        lock,
        rewrites,
        scans,
        lockTimeoutMillis,
        statementTimeoutMillis,
        retries,
        risk,
        destructive,
        findings.stream().filter(it -> told.stream().noneMatch(it::repeats)).toList(),
        undo);
  }

  private Step with(int place, String what, String text, Undo back) {
    return new Step(
        place,
        object,
        what,
        text,
        lock,
        rewrites,
        scans,
        lockTimeoutMillis,
        statementTimeoutMillis,
        retries,
        risk,
        destructive,
        findings,
        back);
  }
}
