package dev.releaseledger.domain.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the author of a plan can choose; a part of what is approved.
 *
 * @param lockTimeoutMillis how long a step may wait for a lock
 * @param statementTimeoutMillis how long a step may run
 * @param conversions for columns whose type changes in a way that no cast does by itself: the
 *     expression that makes the new value, by the column's identity ({@code public.t.c})
 */
public record PlanSettings(
    long lockTimeoutMillis, long statementTimeoutMillis, SortedMap<String, String> conversions) {

  public PlanSettings {
    conversions = Collections.unmodifiableSortedMap(new TreeMap<>(conversions));
  }

  /** Five seconds for a lock, sixty for a statement, and no declared conversion. */
  public static PlanSettings defaults() {
    return new PlanSettings(5_000, 60_000, new TreeMap<>());
  }

  /** The same settings with these conversions. */
  public PlanSettings converting(SortedMap<String, String> declared) {
    return new PlanSettings(lockTimeoutMillis, statementTimeoutMillis, declared);
  }
}
