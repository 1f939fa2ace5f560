package dev.releaseledger.domain.record.artifact;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One change of a table, as a ledger file tells it.
 *
 * @param id what names the change
 * @param approvalStatus how far it got
 * @param ddl the statements, with what is set before them
 * @param more what there is to say beyond what the readers of the first shape know
 */
record LedgerAction(
    String id,
    String changeType,
    String column,
    String riskLevel,
    boolean onlineSupported,
    String decision,
    String approvalStatus,
    List<String> ddl,
    String reason,
    SortedMap<String, Object> more) {

  SortedMap<String, Object> fields() {
    SortedMap<String, Object> fields = new TreeMap<>(more);
    fields.put("schema_change_id", id);
    fields.put("change_type", changeType);
    fields.put("column", column);
    fields.put("risk_level", riskLevel);
    fields.put("online_supported", onlineSupported);
    fields.put("decision", decision);
    fields.put("approval_status", approvalStatus);
    fields.put("ddl", ddl);
    fields.put("reason", reason);
    return fields;
  }
}
