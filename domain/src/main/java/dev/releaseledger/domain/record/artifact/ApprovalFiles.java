package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Approval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes who approved each ledger file, bound to the plan that they read. */
final class ApprovalFiles {

  private ApprovalFiles() {}

  static List<ArtifactFile> of(ChangeRecord record, List<LedgerFile> ledgers) {
    // The last word of each approver; the others are in the record.
    Map<String, Approval> last = new LinkedHashMap<>();
    record.approvals().forEach(it -> last.put(it.recorded().by(), it));
    return ledgers.stream()
        .flatMap(ledger -> last.values().stream().map(it -> file(record, ledger, it)))
        .toList();
  }

  private static ArtifactFile file(ChangeRecord record, LedgerFile ledger, Approval approval) {
    String approver = approval.recorded().by();
    String id = ReferenceIds.approval(ledger.name(), approver, ledger.status());
    SortedMap<String, Object> fields = new TreeMap<>(Stamp.of(approval.recorded()));
    fields.put("approval_id", id);
    fields.put("approval_status", approval.stands() ? "approved" : "withdrawn");
    fields.put("approver", approver);
    fields.put("ledger_path", ledger.name());
    fields.put("artifact_path", id + ".json");
    fields.put("ledger_status", ledger.status());
    fields.put("run_id", record.id());
    fields.put("requested_by", record.requested().by());
    fields.put("plan_digest", approval.planDigest());
    fields.put("capacities", approval.capacities());
    put(fields, "reason", approval.reason());
    put(fields, "reference", approval.reference());
    put(fields, "channel", approval.channel());
    put(fields, "signed_with", approval.signedWith());
    return new ArtifactFile(id + ".json", SortedJson.file(fields));
  }

  private static void put(SortedMap<String, Object> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
