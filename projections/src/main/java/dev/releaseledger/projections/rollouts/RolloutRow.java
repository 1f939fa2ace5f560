package dev.releaseledger.projections.rollouts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rollout as it stands.
 *
 * @param reason why it was proposed, as far as that was said
 * @param statusReason why it was deferred, rejected, invalidated or aborted, or expired
 * @param nextReview when to look again at what is deferred
 * @param backfill what has to be filled in once it is released, or null
 * @param applyAt when it is to run, or null
 * @param reviewDue by when somebody has to look at its emergency, or null when nobody has to
 */
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
    @Nullable String statusReason,
    @Nullable String nextReview,
    @Nullable String release,
    @Nullable String backfill,
    @Nullable Instant applyAt,
    @Nullable Instant reviewDue,
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
  public record Approval(
      String actor,
      @Nullable String reason,
      List<String> capacities,
      @Nullable String reference,
      @Nullable String channel,
      boolean signed,
      Instant at) {}

  /** A committed statement; millis is -1 when it was found done after an interruption. */
  public record Statement(
      String connection, int step, long millis, Instant at, boolean takenBack) {}
}
