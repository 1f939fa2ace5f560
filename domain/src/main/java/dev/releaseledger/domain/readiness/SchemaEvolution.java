package dev.releaseledger.domain.readiness;

import dev.releaseledger.domain.readiness.LedgerEvidence.Part;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.artifact.RolloutEvidence;
import dev.releaseledger.domain.record.artifact.RolloutEvidence.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each rollout changed in the schema, what holds it back, and whether the databases are so.
 *
 * @param drifted whether they are known not to be so now
 */
record SchemaEvolution(List<RolloutEvidence> rollouts, boolean drifted) {

  private static final String RELEASED = "released";

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (RolloutEvidence rollout : rollouts) {
      // What is the case now is the last one's to answer for.
      parts.add(part(rollout, drifted && rollout == rollouts.getLast()));
    }
    return parts;
  }

  private static Part part(RolloutEvidence evidence, boolean drifted) {
    ChangeRecord record = evidence.record();
    List<String> blockers =
        new ArrayList<>(
            evidence.ledgers().stream().flatMap(it -> it.blockers().stream()).distinct().toList());
    if (!record.rolloutStatus().equals(RELEASED)) {
      blockers.add("schema_evolution.status_" + record.rolloutStatus().replace('-', '_'));
    }
    boolean checked = !record.driftChecks().isEmpty();
    if (checked && !record.driftChecks().getLast().clean()) {
      blockers.add("schema_evolution.drift_after_apply");
    }
    if (drifted) {
      blockers.add("schema_evolution.drift_now");
    }
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("rollout", record.id());
    fields.put("rollout_status", record.rolloutStatus());
    fields.put("plan_digest", record.what().planDigest());
    fields.put("ref", record.what().ref());
    fields.put("ledgers", evidence.ledgers().stream().map(SchemaEvolution::ledger).toList());
    fields.put("blockers", blockers);
    if (checked) {
      fields.put(
          "drift_check", record.driftChecks().getLast().clean() ? "clean" : "drift_detected");
    }
    return new Part(blockers, fields);
  }

  private static SortedMap<String, Object> ledger(Ledger ledger) {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("path", ledger.path());
    fields.put("sha256", ledger.sha256());
    fields.put("connection", ledger.connection());
    fields.put("table", ledger.table());
    fields.put("status", ledger.status());
    fields.put("blockers", ledger.blockers());
    return fields;
  }
}
