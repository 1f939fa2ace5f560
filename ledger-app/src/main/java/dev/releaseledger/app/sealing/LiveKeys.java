package dev.releaseledger.app.sealing;

import dev.releaseledger.app.sealing.LiveReport.Check;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.log.KeyExchange;
import dev.releaseledger.evidence.log.LogChange;
import dev.releaseledger.evidence.log.LogHistory;
import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Who has to have signed what, by what the stored log says of its keys. */
final class LiveKeys {

  private final List<LogHistory.Span> spans;

  private LiveKeys(List<LogHistory.Span> spans) {
    this.spans = spans;
  }

  /** Reads them, and whether each was introduced by the one before, up to one of the service. */
  static LiveKeys read(Connection connection, LogAuthority authority, LiveReport report) {
    LogHistory history = history(connection, report);
    List<LogHistory.Span> spans = authority.spans(history);
    for (LogChange change : history.changes()) {
      if (change instanceof LogChange.Rotated rotated) {
        report.looked(Check.ROOT);
        exchange(rotated, report);
      }
    }
    if (!authority.holds(spans.getLast().key())) {
      report.fails(
          Check.ROOT,
          "the log says that it is signed with %s, which is not here",
          spans.getLast().key());
    }
    return new LiveKeys(spans);
  }

  private static LogHistory history(Connection connection, LiveReport report) {
    try {
      return new LogTables(JdbcClient.create(new SingleConnectionDataSource(connection, true)))
          .history();
    } catch (Malformed e) {
      report.fails(Check.ROOT, "what the log says of itself cannot be read: %s", e.reason());
      return new LogHistory(List.of());
    }
  }

  private static void exchange(LogChange.Rotated rotated, LiveReport report) {
    try {
      KeyExchange.require(rotated);
    } catch (Malformed e) {
      report.fails(Check.ROOT, "leaf %d: %s", rotated.index(), e.reason());
    }
  }

  /** The keys that sign a checkpoint of this size. */
  List<VerifierKey> at(long size) {
    return LogHistory.Span.signing(spans, size);
  }
}
