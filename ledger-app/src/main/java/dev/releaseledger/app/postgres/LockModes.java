package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.risk.cost.Lock;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads the modes of locks as {@code pg_locks} writes them. */
final class LockModes {

  private static final String ENDING = "Lock";

  private LockModes() {}

  /** The lock of this name in the catalog, such as {@code AccessExclusiveLock}. */
  static Lock inCatalog(String mode) {
    String words = mode.substring(0, mode.length() - ENDING.length());
    return Lock.named(words.replaceAll("(?<=[a-z])(?=[A-Z])", " "));
  }

  /** The strongest lock on each relation, by OID, of this session or the one it watches. */
  static Map<Long, Lock> held(Rows rows) throws SQLException {
    Map<Long, Lock> locks = new HashMap<>();
    rows.each(
        "locks",
        row -> locks.merge(row.number("oid"), inCatalog(row.text("mode")), LockModes::stronger));
    return locks;
  }

  static Lock stronger(Lock one, Lock other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
