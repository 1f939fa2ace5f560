package dev.releaseledger.domain.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the author of a plan can choose, and what is known of the database besides its schema; a
 * part of what is approved.
 *
 * @param serverVersion the major version of the server, such as 17
 * @param lockTimeoutMillis how long a step may wait for a lock
 * @param statementTimeoutMillis how long a step may run
 * @param retries what happens when a step does not get its lock in time
 * @param conversions for columns whose type changes in a way that no cast does by itself: the
 *     expression that makes the new value, by the column's identity ({@code public.t.c})
 * @param emptyTables the tables without rows, which need no care ({@code public.t})
 */
public record PlanSettings(
    int serverVersion,
    long lockTimeoutMillis,
    long statementTimeoutMillis,
    Retries retries,
    SortedMap<String, String> conversions,
    SortedSet<String> emptyTables) {

  public PlanSettings {
    conversions = Collections.unmodifiableSortedMap(new TreeMap<>(conversions));
    emptyTables = Collections.unmodifiableSortedSet(new TreeSet<>(emptyTables));
  }

  /**
   * PostgreSQL 17, five seconds for a lock, sixty for a statement, one attempt, no declared
   * conversion, and no table known to be empty.
   */
  public static PlanSettings defaults() {
    return new PlanSettings(17, 5_000, 60_000, Retries.NONE, new TreeMap<>(), new TreeSet<>());
  }

  /** The same settings for a server of another major version. */
  public PlanSettings on(int version) {
    return new PlanSettings(
        version, lockTimeoutMillis, statementTimeoutMillis, retries, conversions, emptyTables);
  }

  /** The same settings with these conversions. */
  public PlanSettings converting(SortedMap<String, String> declared) {
    return new PlanSettings(
        serverVersion, lockTimeoutMillis, statementTimeoutMillis, retries, declared, emptyTables);
  }

  /** The same settings, where these tables have no rows. */
  public PlanSettings knowingEmpty(SortedSet<String> tables) {
    return new PlanSettings(
        serverVersion, lockTimeoutMillis, statementTimeoutMillis, retries, conversions, tables);
  }
}
