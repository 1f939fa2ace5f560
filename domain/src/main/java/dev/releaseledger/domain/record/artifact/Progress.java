package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.record.ChangeRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far a rollout got, in the words of a ledger file. */
final class Progress {

  private final ChangeRecord record;
  private final Map<String, Map<Integer, ChangeRecord.Step>> steps = new HashMap<>();

  Progress(ChangeRecord record) {
    this.record = record;
    record
        .plan()
        .forEach(part ->
            part.steps()
                .forEach(step ->
                    steps
                        .computeIfAbsent(part.connection(), _ -> new HashMap<>())
                        .put(step.number(), step)));
  }

  /**
   * Where the rollout stands: planned is not approved, approved not started, started not applied.
   */
  String status() {
    return switch (record.rolloutStatus()) {
      case "proposed" -> "planned";
      case "scheduled" -> "approved";
      case "applying" -> "started";
      case "applied", "drifted", "verified", "backfill-pending", "released" -> "applied";
      default -> record.rolloutStatus();
    };
  }

  /** Whether somebody has said yes, so that nothing waits for that any more. */
  boolean isDecided() {
    return switch (status()) {
      case "approved", "started", "applied", "failed" -> true;
      default -> false;
    };
  }

  /** What became of the steps that make a change. */
  String of(String connection, List<Step> made) {
    List<ChangeRecord.Step> told =
        made.stream()
            .map(step -> steps.getOrDefault(connection, Map.of()).get(step.number()))
            .filter(java.util.Objects::nonNull)
            .toList();
    if (told.stream().anyMatch(ChangeRecord.Step::takenBack)) {
      return "taken_back";
    }
    if (told.stream().anyMatch(step -> failed(connection, step.number()))) {
      return "failed";
    }
    boolean ran =
        told.isEmpty()
            ? status().equals("applied")
            : told.stream().allMatch(step -> step.ran() != null);
    if (ran) {
      return "applied";
    }
    return switch (status()) {
      case "approved", "started", "failed" -> "approved";
      case "planned", "deferred" -> "pending";
      default -> status();
    };
  }

  private boolean failed(String connection, int step) {
    return record.failures().stream()
        .anyMatch(it -> it.connection().equals(connection) && it.step() == step);
  }
}
