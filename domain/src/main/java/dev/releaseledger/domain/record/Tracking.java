package dev.releaseledger.domain.record;

import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.record.ChangeRecord.StatusChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a rollout through its events, in the words that change management has for it. */
final class Tracking {

  private static final String REQUESTED = "Requested";
  private static final String CLOSED = "Closed";

  private Tracking() {}

  /** Every change of where a rollout stands, oldest first. */
  static List<StatusChange> of(Dossier dossier) {
    List<StatusChange> changes = new ArrayList<>();
    Environment state = Environment.initial();
    // What happens to the environment ends or changes a rollout by events of its own only.
    for (Entry entry : dossier.own()) {
      state = state.evolve(entry.event());
      Rollout rollout = state.rollout(dossier.rollout()).orElse(null);
      if (rollout != null) {
        StatusChange last = changes.isEmpty() ? null : changes.getLast();
        String ledger = rollout.status().word();
        String word = word(rollout, last);
        if (last == null || !last.to().equals(word) || !last.rolloutStatus().equals(ledger)) {
          changes.add(
              new StatusChange(
                  last == null ? null : last.to(),
                  word,
                  ledger,
                  entry.name(),
                  dossier.recorded(entry)));
        }
      }
    }
    return changes;
  }

  private static String word(Rollout rollout, @Nullable StatusChange last) {
    return switch (rollout.status()) {
      case PROPOSED ->
          isLookedAt(rollout) || (last != null && !last.to().equals(REQUESTED))
              ? "In review"
              : REQUESTED;
      case DEFERRED -> "Deferred";
      case APPROVED -> "Approved";
      case SCHEDULED -> "Scheduled";
      case APPLYING, APPLIED, DRIFTED, VERIFIED -> "In progress";
      case BACKFILL_PENDING -> "Executed";
      case RELEASED -> rollout.awaitsReview() ? "Executed" : CLOSED;
      case REJECTED -> "Rejected";
      case FAILED -> rollout.awaitsReview() ? "Executed" : CLOSED;
      case ABORTED, INVALIDATED, EXPIRED -> CLOSED;
    };
  }

  private static boolean isLookedAt(Rollout rollout) {
    return !rollout.approvals().isEmpty() || !rollout.records().comments().isEmpty();
  }
}
