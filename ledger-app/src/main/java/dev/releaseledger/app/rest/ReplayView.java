package dev.releaseledger.app.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How environments stood at an earlier moment, on the wire. */
record ReplayView(long position, @Nullable Instant at, List<EnvironmentThen> environments) {

  ReplayView {
    environments = List.copyOf(environments);
  }

  record EnvironmentThen(
      String project,
      String environment,
      @Nullable ReleaseThen release,
      @Nullable PolicyThen policy,
      int approvalsRequired,
      @Nullable String freezeReason,
      @Nullable String projectFreezeReason,
      String drift,
      List<RolloutThen> rollouts,
      List<ObligationThen> obligations,
      List<SchemaThen> schemas,
      int events) {}

  record ReleaseThen(
      String id,
      @Nullable String ref,
      String cause,
      @Nullable String rollout,
      Instant at,
      String by) {}

  record PolicyThen(int version, String digest, String marked, Instant adoptedAt, String by) {}

  record RolloutThen(
      String id,
      String status,
      String ref,
      String planDigest,
      String requestedBy,
      Instant requestedAt,
      int approvalsRequired,
      List<ApprovalThen> approvals,
      @Nullable Instant applyAt) {}

  record ApprovalThen(String by, Instant at, List<String> capacities) {}

  record ObligationThen(String rollout, String what, @Nullable Instant due) {}

  record SchemaThen(String connection, String fingerprint, String snapshot, @Nullable String sql) {}
}
