package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.app.settings.LedgerSettings;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Events that are not to wait for the next hour: what happened to the log itself, and approvals,
 * where the operator wants that.
 */
@Component
class UrgentEvents {

  private static final String APPROVAL = "plan-approved";

  private final TransparencyLog log;
  private final JdbcClient jdbc;
  private final boolean wanted;

  UrgentEvents(TransparencyLog log, JdbcClient jdbc, LedgerSettings settings) {
    this.log = log;
    this.jdbc = jdbc;
    // An apply that waits for it would wait for an hour.
    this.wanted =
        settings.anchors().onApproval()
            || settings.evidence().gate() == LedgerSettings.Evidence.Gate.ANCHORED;
  }

  /** Whether there is one in the log of this size that the last round did not cover. */
  boolean areBeyond(Optional<Round> last, long size) {
    long covered = last.map(Round::size).orElse(0L);
    return size > covered
        && (log.history().changes().stream()
                .anyMatch(change -> change.index() < size && change.index() >= covered)
            || (wanted && isApprovalBeyond(covered, size)));
  }

  private boolean isApprovalBeyond(long covered, long size) {
    return jdbc.sql("select max(position) from ledger_event where name = ?")
        .param(APPROVAL)
        .query(Long.class)
        .optional()
        .flatMap(log::indexOf)
        .filter(index -> index < size && index >= covered)
        .isPresent();
  }
}
