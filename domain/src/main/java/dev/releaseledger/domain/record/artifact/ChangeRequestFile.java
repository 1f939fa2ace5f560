package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.policy.gate.Ballot;
import dev.releaseledger.domain.record.ChangeRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes what is asked for, how risky it is, and what there is to decide by. */
final class ChangeRequestFile {

  private ChangeRequestFile() {}

  static ChainFile of(
      ChangeRecord record, PlanProposed proposal, Ballot ballot, List<LedgerFile> ledgers) {
    List<SortedMap<String, Object>> items = new ArrayList<>();
    List<String> blockers = new ArrayList<>();
    List<String> approvers = approvers(ballot);
    if (approvers.isEmpty()) {
      blockers.add("approval.approvers_missing");
    }
    for (LedgerFile ledger : ledgers) {
      items.add(ledger(ledger));
      if (!ledger.blockers().isEmpty()) {
        blockers.add(ledger.name());
      }
    }
    // Of several records of a kind the last one counts.
    Map<String, ChangeRecord.Test> tests = new LinkedHashMap<>();
    record.tests().forEach(it -> tests.put(it.kind(), it));
    for (ChangeRecord.Test test : tests.values()) {
      items.add(test(test));
      if (!test.passed()) {
        blockers.add("test." + test.kind());
      }
    }
    SortedMap<String, Object> content = new TreeMap<>();
    content.put("release", record.release() == null ? null : record.release().release());
    content.put("target_environment", record.environment());
    content.put("project", record.project());
    content.put("risk_level", risk(record));
    content.put("requested_by", record.requested().by());
    content.put("requested_at", proposal.at().toString());
    content.put("approvers", approvers);
    content.put("plan_digest", proposal.planDigest());
    content.put("ref", proposal.ref());
    content.put("position", record.requested().position());
    content.put("items", items);
    return ChainFile.of("change_request", record.id(), blockers, content);
  }

  /** Who has to say yes: the capacities that the policy names, and whoever else may. */
  static List<String> approvers(Ballot ballot) {
    List<String> approvers = new ArrayList<>(ballot.capacities().keySet());
    int named = ballot.capacities().values().stream().mapToInt(Integer::intValue).sum();
    if (ballot.required() > named) {
      approvers.add("role approver");
    }
    return approvers;
  }

  private static SortedMap<String, Object> ledger(LedgerFile ledger) {
    SortedMap<String, Object> item = new TreeMap<>();
    item.put("name", "schema_change:" + ledger.connection() + ":" + ledger.table());
    item.put("path", ledger.name());
    item.put("sha256", ledger.file().sha256());
    item.put("passed", ledger.blockers().isEmpty());
    item.put("summary", "%d actions, %s".formatted(ledger.actions().size(), ledger.status()));
    return item;
  }

  private static SortedMap<String, Object> test(ChangeRecord.Test test) {
    SortedMap<String, Object> item = Stamp.of(test.recorded());
    item.put("name", "test." + test.kind());
    item.put("path", test.reference());
    item.put("sha256", null);
    item.put("passed", test.passed());
    item.put("summary", test.note() == null ? test.kind() : test.note());
    return item;
  }

  /** How much can go wrong, by the worst of its steps. */
  private static String risk(ChangeRecord record) {
    List<ChangeRecord.Step> steps =
        record.plan().stream().flatMap(part -> part.steps().stream()).toList();
    if (steps.stream().anyMatch(ChangeRecord.Step::destructive)) {
      return "critical";
    }
    return switch (steps.stream()
        .map(step -> Risk.valueOf(step.risk().toUpperCase(Locale.ROOT)))
        .reduce(Risk.METADATA_ONLY, Risk::or)) {
      case METADATA_ONLY, LOW_LOCK -> "low";
      case BLOCKING -> "medium";
      case BREAKING, UNSUPPORTED -> "high";
    };
  }
}
