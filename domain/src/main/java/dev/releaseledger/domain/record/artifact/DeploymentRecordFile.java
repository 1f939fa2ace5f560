package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Lease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes how what was approved ran, and what was looked at afterwards. */
final class DeploymentRecordFile {

  private static final String SUCCEEDED = "succeeded";

  private DeploymentRecordFile() {}

  /** Nothing where nothing has run. */
  static @Nullable ChainFile of(ChangeRecord record, ChainFile approval) {
    if (record.leases().isEmpty()) {
      return null;
    }
    Lease lease = record.leases().getLast();
    String status = status(record);
    SortedMap<String, Boolean> checks = checks(record);
    List<String> failed =
        checks.entrySet().stream().filter(it -> !it.getValue()).map(it -> it.getKey()).toList();
    List<String> blockers = new ArrayList<>();
    if (!approval.passed()) {
      blockers.add("deployment.approval_not_passed");
    }
    if (!status.equals(SUCCEEDED)) {
      blockers.add("deployment.status_" + status);
    }
    failed.forEach(check -> blockers.add("post_check." + check));
    SortedMap<String, Object> content = new TreeMap<>();
    content.put("deployment_id", record.id() + "." + lease.fencingToken());
    content.put("release", record.release() == null ? null : record.release().release());
    content.put("environment", record.environment());
    content.put("project", record.project());
    content.put("actor", lease.recorded().by());
    content.put("approval_record_path", approval.name());
    content.put("approval_record_sha256", approval.sha256());
    content.put("status", status);
    content.put("started_at", text(record.when().startedAt()));
    content.put("finished_at", text(record.when().finishedAt()));
    content.put("post_checks", checks);
    content.put("post_checks_count", checks.size());
    content.put("failed_post_checks", failed);
    content.put("position", lease.recorded().position());
    return ChainFile.of("deployment_record", record.id(), blockers, content);
  }

  private static String status(ChangeRecord record) {
    return switch (record.rolloutStatus()) {
      case "released", "backfill-pending" -> SUCCEEDED;
      default -> record.rolloutStatus().replace('-', '_');
    };
  }

  private static SortedMap<String, Boolean> checks(ChangeRecord record) {
    SortedMap<String, Boolean> checks = new TreeMap<>();
    checks.put(
        "drift",
        record.driftChecks().stream()
            .filter(it -> it.check().equals("post_apply"))
            .map(ChangeRecord.Check::clean)
            .reduce(false, (_, last) -> last));
    checks.put("release", record.release() != null);
    if (record.backfill() != null) {
      checks.put("backfill", record.backfill().complete());
    }
    return checks;
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
