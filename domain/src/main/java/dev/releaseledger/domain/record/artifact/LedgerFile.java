package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.plan.Risk;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rollout changes in one table, as a file whose name follows from its content.
 *
 * @param table the table, or empty for what belongs to none
 * @param blockers what the contract still holds it back for
 * @param more what there is to say beyond what the readers of the first shape know
 */
record LedgerFile(
    String runId,
    String table,
    String dialect,
    String status,
    List<String> blockers,
    List<LedgerAction> actions,
    SortedMap<String, Object> more) {

  /** Its place below the folder. */
  String name() {
    return stem() + ".json";
  }

  String stem() {
    return "schema_change_" + runId + "_" + ReferenceIds.payload(payload());
  }

  ArtifactFile file() {
    return new ArtifactFile(name(), SortedJson.file(payload()));
  }

  /** The database that the table is in. */
  String connection() {
    return String.valueOf(more.get("connection"));
  }

  SortedMap<String, Object> payload() {
    SortedMap<String, Object> payload = new TreeMap<>(more);
    payload.put("run_id", runId);
    payload.put("table", table);
    payload.put("dialect", dialect);
    payload.put("status", status);
    payload.put("blockers", blockers);
    payload.put(
        "online_eligible",
        blockers.isEmpty() && actions.stream().allMatch(LedgerAction::onlineSupported));
    payload.put("actions", actions.stream().map(LedgerAction::fields).toList());
    payload.put(
        "expand_contract_plan",
        actions.stream().filter(LedgerFile::isHard).map(LedgerFile::expandContract).toList());
    return payload;
  }

  private static boolean isHard(LedgerAction action) {
    return Risk.valueOf(action.riskLevel().toUpperCase(Locale.ROOT)).compareTo(Risk.BLOCKING) >= 0;
  }

  private static String expandContract(LedgerAction action) {
    return ("expand-contract required for %s:%s: add what is new beside it, fill it in,"
            + " move its users, and take the old away in a change of its own")
        .formatted(action.changeType(), action.column());
  }
}
