package dev.releaseledger.domain.readiness;

import dev.releaseledger.domain.readiness.LedgerEvidence.Part;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.artifact.RolloutEvidence;
import dev.releaseledger.domain.record.artifact.RolloutEvidence.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who asked for each rollout, who decided, which gates held, and whether it ran as decided. */
record Governance(List<RolloutEvidence> rollouts) {

  private static final String DEPLOYMENT = "deployment_record";

  List<Part> parts() {
    return rollouts.stream().map(Governance::part).toList();
  }

  private static Part part(RolloutEvidence evidence) {
    ChangeRecord record = evidence.record();
    List<String> blockers = new ArrayList<>();
    evidence.chain().forEach(link -> blockers.addAll(link.blockers()));
    if (evidence.chain().stream().noneMatch(link -> link.kind().equals(DEPLOYMENT))) {
      blockers.add("deployment.missing");
    }
    if (!isJustified(record)) {
      record.gates().stream()
          .filter(gate -> !gate.met())
          .forEach(gate -> blockers.add("gate.passed_over:" + gate.gate()));
    }
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("rollout", record.id());
    fields.put("type", record.type());
    fields.put("requested_by", record.requested().by());
    fields.put("chain", evidence.chain().stream().map(Governance::link).toList());
    fields.put("gates", record.gates().stream().map(Governance::gate).toList());
    fields.put("waivers", record.waivers().stream().map(Governance::waiver).toList());
    fields.put("blockers", blockers);
    return new Part(blockers, fields);
  }

  /** Whether somebody found, looking back, that passing the gates over was right. */
  private static boolean isJustified(ChangeRecord record) {
    return record.emergency() != null
        && record.emergency().reviewed() != null
        && record.emergency().reviewed().justified();
  }

  private static SortedMap<String, Object> link(Link link) {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("kind", link.kind());
    fields.put("path", link.path());
    fields.put("sha256", link.sha256());
    fields.put("passed", link.passed());
    return fields;
  }

  private static SortedMap<String, Object> gate(ChangeRecord.Gate gate) {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("gate", gate.gate());
    fields.put("met", gate.met());
    fields.put("why", gate.why());
    fields.put("position", gate.position());
    return fields;
  }

  private static SortedMap<String, Object> waiver(ChangeRecord.Waiver waiver) {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("gate", waiver.gate());
    fields.put("reason", waiver.reason());
    fields.put("actor", waiver.recorded().by());
    fields.put("position", waiver.recorded().position());
    return fields;
  }
}
