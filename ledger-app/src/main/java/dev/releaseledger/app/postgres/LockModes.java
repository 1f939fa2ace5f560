package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.risk.cost.Lock;

/** Reads the modes of locks as {@code pg_locks} writes them. */
final class LockModes {

  private static final String ENDING = "Lock";

  private LockModes() {}

  /** The lock of this name in the catalog, such as {@code AccessExclusiveLock}. */
  static Lock inCatalog(String mode) {
    String words = mode.substring(0, mode.length() - ENDING.length());
    return Lock.named(words.replaceAll("(?<=[a-z])(?=[A-Z])", " "));
  }

  static Lock stronger(Lock one, Lock other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
