package dev.releaseledger.app.rest;

import dev.releaseledger.domain.policy.Gate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rollout on the wire. */
record RolloutView(
    String id,
    String project,
    String environment,
    String ref,
    String requestedRef,
    String planDigest,
    String status,
    String requestedBy,
    Instant requestedAt,
    List<ApprovalView> approvals,
    int approvalsRequired,
    boolean destructive,
    boolean forced,
    String trigger,
    @Nullable String releaseId,
    @Nullable FailureView failure,
    @Nullable String interrupted,
    @Nullable String reason,
    @Nullable String statusReason,
    @Nullable String nextReview,
    @Nullable String backfill,
    @Nullable Instant applyAt,
    @Nullable Instant reviewDue,
    @Nullable Integer policyVersion,
    Progress progress,
    List<Gate> gates,
    @Nullable RecordsView records,
    @Nullable List<StatementView> statements,
    @Nullable PlanView plan) {

  record ApprovalView(
      String by,
      Instant at,
      @Nullable String reason,
      List<String> capacities,
      @Nullable String reference,
      @Nullable String channel,
      boolean signed) {}

  record FailureView(
      String connection,
      int step,
      @Nullable String sql,
      @Nullable String sqlState,
      String message,
      boolean rolledBack,
      List<Integer> takenBack) {}

  record Progress(int done, int total) {}

  record StatementView(
      String connection,
      int number,
      String summary,
      String sql,
      String status,
      @Nullable Long millis,
      Instant at) {}
}
