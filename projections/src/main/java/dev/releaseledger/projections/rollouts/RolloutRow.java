package dev.releaseledger.projections.rollouts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rollout as it stands. */
public record RolloutRow(
    String rollout,
    String project,
    String environment,
    String ref,
    String requestedRef,
    String planDigest,
    String status,
    String requestedBy,
    Instant requestedAt,
    int approvalsRequired,
    int steps,
    boolean destructive,
    boolean forced,
    String trigger,
    @Nullable String reason,
    @Nullable String nextReview,
    @Nullable String release,
    @Nullable Failure failure) {

  /** Where and why an apply ended; step 0 when it was not a statement that failed. */
  public record Failure(
      String connection,
      int stage,
      int step,
      @Nullable String sqlState,
      String message,
      boolean rolledBack,
      List<Integer> takenBack) {}

  /** One person's yes. */
  public record Approval(String actor, @Nullable String reason, Instant at) {}

  /** A committed statement; millis is -1 when it was found done after an interruption. */
  public record Statement(String connection, int step, long millis, Instant at) {}
}
