package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.risk.cost.Lock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a session has done to relations so far.
 *
 * @param locks the strongest it holds on each, by OID
 * @param filenodes the file that each is in, by name: another one after it was written anew, even
 *     where it was given another OID for that
 * @param scans how often each was read whole, by OID
 */
record Usage(Map<Long, Lock> locks, Map<String, Long> filenodes, Map<Long, Long> scans) {

  /** As the current transaction has it. */
  static Usage inTransaction(Connection connection) throws SQLException {
    return of(connection, "scans-in-transaction");
  }

  /** As the committed transactions of the database left it; locks are gone by then. */
  static Usage committed(Connection connection) throws SQLException {
    Statistics.flush(connection);
    Usage usage = of(connection, "scans");
    return new Usage(Collections.emptyMap(), usage.filenodes(), usage.scans());
  }

  private static Usage of(Connection connection, String scans) throws SQLException {
    Rows rows = Rows.repeated(connection);
    Map<String, Long> filenodes = new HashMap<>();
    rows.each("filenodes", row -> filenodes.put(row.text("name"), row.number("filenode")));
    Map<Long, Long> counts = new HashMap<>();
    rows.each(scans, row -> counts.put(row.number("oid"), row.number("scans")));
    return new Usage(LockModes.held(rows), filenodes, counts);
  }

  /** The locks that are new since then, or stronger. */
  Map<Long, Lock> lockedSince(Usage earlier) {
    Map<Long, Lock> taken = new HashMap<>(locks);
    taken
        .entrySet()
        .removeIf(lock -> {
          Lock before = earlier.locks.get(lock.getKey());
          return before != null && before.compareTo(lock.getValue()) >= 0;
        });
    return taken;
  }

  /** What was written anew since then. */
  Set<String> rewrittenSince(Usage earlier) {
    Set<String> rewritten = new HashSet<>();
    filenodes.forEach((name, file) -> {
      Long before = earlier.filenodes.get(name);
      if (before != null && !Objects.equals(before, file)) {
        rewritten.add(name);
      }
    });
    return rewritten;
  }

  /** What was read whole since then. */
  Set<Long> scannedSince(Usage earlier) {
    Set<Long> scanned = new HashSet<>();
    scans.forEach((oid, count) -> {
      if (count > earlier.scans.getOrDefault(oid, 0L)) {
        scanned.add(oid);
      }
    });
    return scanned;
  }
}
