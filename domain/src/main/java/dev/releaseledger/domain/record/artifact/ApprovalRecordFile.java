package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.policy.gate.Ballot;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Emergency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes what was decided about a request; each person counts once, and nobody for themselves. */
final class ApprovalRecordFile {

  private ApprovalRecordFile() {}

  static ChainFile of(ChangeRecord record, Rollout rollout, ChainFile request) {
    Ballot ballot = byOthers(rollout);
    List<String> blockers = blockers(record, rollout, ballot, request);
    SortedMap<String, Object> content = new TreeMap<>();
    content.put("release", record.release() == null ? null : record.release().release());
    content.put("target_environment", record.environment());
    content.put("project", record.project());
    content.put("change_request_path", request.name());
    content.put("change_request_sha256", request.sha256());
    content.put("status", blockers.isEmpty() ? "approved" : "blocked");
    content.put("quorum_required", ballot.people());
    content.put("approvals_count", ballot.given().size());
    content.put("rejections_count", rejections(record));
    content.put("allowed_approvers", ChangeRequestFile.approvers(ballot));
    content.put("decisions", decisions(record));
    content.put("plan_digest", rollout.proposal().planDigest());
    if (record.emergency() != null) {
      content.put("emergency", emergency(record.emergency()));
    }
    return ChainFile.of("approval_record", record.id(), blockers, content);
  }

  /** The approvals that stand, without one by whoever asked. */
  private static Ballot byOthers(Rollout rollout) {
    String requester = rollout.proposal().actor();
    return rollout.ballot().only(yes -> !yes.actor().equals(requester));
  }

  private static List<String> blockers(
      ChangeRecord record, Rollout rollout, Ballot ballot, ChainFile request) {
    List<String> blockers = new ArrayList<>();
    if (!request.passed()) {
      blockers.add("approval.change_request_not_passed");
    }
    if (record.rolloutStatus().equals("expired")) {
      blockers.add("approval.change_request_expired");
    }
    if (rollout.approvers().contains(rollout.proposal().actor())) {
      blockers.add("approval.actor_not_allowed");
    }
    if (rejections(record) > 0) {
      blockers.add("approval.rejected");
    }
    String review = review(record.emergency());
    if (review != null) {
      blockers.add(review);
    }
    // Who looked at an emergency afterwards and found it right stands for those who had no time.
    if (!ballot.complete() && (record.emergency() == null || review != null)) {
      blockers.add("approval.quorum_not_met");
    }
    return blockers;
  }

  private static @Nullable String review(@Nullable Emergency emergency) {
    if (emergency == null) {
      return null;
    }
    if (emergency.reviewed() == null) {
      return "approval.emergency_not_reviewed";
    }
    return emergency.reviewed().justified() ? null : "approval.emergency_not_justified";
  }

  private static int rejections(ChangeRecord record) {
    return (int) record.decisions().stream().filter(it -> it.decision().equals("rejected")).count();
  }

  private static List<SortedMap<String, Object>> decisions(ChangeRecord record) {
    List<SortedMap<String, Object>> all = new ArrayList<>();
    record
        .approvals()
        .forEach(it -> {
          SortedMap<String, Object> decision = decision("approved", it.reason(), it.recorded());
          decision.put("stands", it.stands());
          all.add(decision);
        });
    record
        .decisions()
        .forEach(
            it -> all.add(decision(it.decision().replace(' ', '_'), it.reason(), it.recorded())));
    all.sort(Comparator.comparing(it -> (Long) it.get("position")));
    return all;
  }

  private static SortedMap<String, Object> decision(
      String what, @Nullable String comment, ChangeRecord.Recorded recorded) {
    SortedMap<String, Object> decision = new TreeMap<>();
    decision.put("actor", recorded.by());
    decision.put("decision", what);
    decision.put("comment", comment);
    decision.put("decided_at", recorded.at().toString());
    decision.put("position", recorded.position());
    return decision;
  }

  private static SortedMap<String, Object> emergency(Emergency emergency) {
    SortedMap<String, Object> fields = Stamp.of(emergency.recorded());
    fields.put("reason", emergency.reason());
    if (emergency.reviewed() != null) {
      SortedMap<String, Object> review = Stamp.of(emergency.reviewed().recorded());
      review.put("justified", emergency.reviewed().justified());
      review.put("reason", emergency.reviewed().reason());
      fields.put("review", review);
    }
    return fields;
  }
}
