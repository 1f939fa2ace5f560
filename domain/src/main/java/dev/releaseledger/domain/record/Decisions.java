package dev.releaseledger.domain.record;

import dev.releaseledger.domain.environment.EnvironmentEvent.ApprovalWithdrawn;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutAborted;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutExpired;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutScheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutUnscheduled;
import dev.releaseledger.domain.record.ChangeRecord.Approval;
import dev.releaseledger.domain.record.ChangeRecord.Decision;
import dev.releaseledger.domain.record.ChangeRecord.Recorded;
import dev.releaseledger.domain.record.ChangeRecord.Schedule;
import java.util.ArrayList;
import java.util.List;

/** What people decided about one rollout, in their words. */
record Decisions(Found found) {

  /** Every yes; the last one of each actor stands, unless it was taken back after it. */
  List<Approval> approvals() {
    List<Approval> approvals = new ArrayList<>();
    List<Entry> own = found.own();
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i).event() instanceof PlanApproved it) {
        boolean stands =
            own.subList(i + 1, own.size()).stream()
                .noneMatch(later ->
                    later.event() instanceof ApprovalWithdrawn back
                            && back.whose().equals(it.actor())
                        || later.event() instanceof PlanApproved again
                            && again.actor().equals(it.actor()));
        approvals.add(
            new Approval(
                found.dossier().recorded(own.get(i)),
                stands,
                it.planDigest(),
                it.capacities(),
                it.reason(),
                it.reference(),
                it.channel(),
                it.signature() == null ? null : it.signature().key()));
      }
    }
    return approvals;
  }

  List<Decision> others() {
    List<Decision> decisions = new ArrayList<>();
    for (Entry entry : found.own()) {
      Recorded at = found.dossier().recorded(entry);
      switch (entry.event()) {
        case ApprovalWithdrawn it ->
            decisions.add(
                new Decision(
                    "withdrew an approval",
                    it.reason(),
                    found.dossier().names().apply(it.whose()),
                    null,
                    null,
                    null,
                    at));
        case PlanRejected it ->
            decisions.add(
                new Decision(
                    "rejected", it.reason(), null, null, it.reference(), it.channel(), at));
        case PlanDeferred it ->
            decisions.add(
                new Decision(
                    "deferred",
                    it.reason(),
                    null,
                    it.nextReview(),
                    it.reference(),
                    it.channel(),
                    at));
        case PlanInvalidated it -> decisions.add(ended("invalidated", it.reason(), at));
        case RolloutAborted it -> decisions.add(ended("aborted", it.reason(), at));
        case RolloutExpired it -> decisions.add(ended("expired", it.reason(), at));
        default -> {
          // Everything else has a place of its own in the record.
        }
      }
    }
    return decisions;
  }

  private static Decision ended(String how, String reason, Recorded at) {
    return new Decision(how, reason, null, null, null, null, at);
  }

  List<Schedule> schedule() {
    List<Schedule> schedule = new ArrayList<>();
    for (Entry entry : found.own()) {
      Recorded at = found.dossier().recorded(entry);
      if (entry.event() instanceof RolloutScheduled it) {
        schedule.add(new Schedule(it.applyAt(), it.reason(), at));
      } else if (entry.event() instanceof RolloutUnscheduled it) {
        schedule.add(new Schedule(null, it.reason(), at));
      }
    }
    return schedule;
  }
}
