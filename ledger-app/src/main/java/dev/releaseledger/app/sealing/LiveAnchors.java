package dev.releaseledger.app.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When others have seen the log, and how large it was then. What stands behind an anchored size was
 * recorded after that; what stands before it, before.
 */
final class LiveAnchors {

  /** Clocks of different machines differ. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private final NavigableMap<Long, Instant> seen = new TreeMap<>();

  static LiveAnchors read(Connection connection) throws SQLException {
    LiveAnchors anchors = new LiveAnchors();
    LiveVerification.each(
        connection,
        "select size, min(anchored_at) from ledger_anchor group by size",
        rows -> anchors.seen.put(rows.getLong(1), rows.getTimestamp(2).toInstant()));
    return anchors;
  }

  /** Why the leaf at an index cannot have been recorded at a time, or null where it can. */
  @Nullable String contradicts(long index, Instant claimed) {
    Map.Entry<Long, Instant> before = seen.floorEntry(index);
    if (before != null && claimed.isBefore(before.getValue().minus(TOLERANCE))) {
      return "it was recorded after %s, when %d leaves were anchored"
          .formatted(before.getValue(), before.getKey());
    }
    Map.Entry<Long, Instant> after = seen.higherEntry(index);
    if (after != null && claimed.isAfter(after.getValue().plus(TOLERANCE))) {
      return "it was recorded before %s, when %d leaves were anchored"
          .formatted(after.getValue(), after.getKey());
    }
    return null;
  }
}
