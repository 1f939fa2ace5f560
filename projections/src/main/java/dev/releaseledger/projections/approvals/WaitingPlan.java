package dev.releaseledger.projections.approvals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A plan that waits for somebody's word. */
public record WaitingPlan(
    String rollout,
    String project,
    String environment,
    String planDigest,
    String ref,
    boolean destructive,
    String requestedBy,
    Instant requestedAt,
    int approvalsGiven,
    int approvalsRequired,
    @Nullable String nextReview) {}
