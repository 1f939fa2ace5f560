package dev.releaseledger.evidence.event;

/** The names of events that rows and checks rest on, as docs/events.md has them. */
public final class EventNames {
  public static final String PLAN_PROPOSED = "plan-proposed";
  public static final String PLAN_APPROVED = "plan-approved";
  public static final String APPROVAL_WITHDRAWN = "approval-withdrawn";
  public static final String PLAN_REJECTED = "plan-rejected";
  public static final String PLAN_DEFERRED = "plan-deferred";
  public static final String PLAN_INVALIDATED = "plan-invalidated";
  public static final String ROLLOUT_ABORTED = "rollout-aborted";
  public static final String ROLLOUT_EXPIRED = "rollout-expired";
  public static final String TICKET_LINKED = "ticket-linked";
  public static final String EMERGENCY_DECLARED = "emergency-declared";
  public static final String EMERGENCY_REVIEWED = "emergency-reviewed";
  public static final String APPLY_REFUSED = "apply-refused";
  public static final String APPLY_STARTED = "apply-started";
  public static final String APPLY_RESUMED = "apply-resumed";
  public static final String STAGE_STARTED = "stage-started";
  public static final String STATEMENT_APPLIED = "statement-applied";
  public static final String APPLY_FAILED = "apply-failed";
  public static final String APPLY_SUCCEEDED = "apply-succeeded";
  public static final String DRIFT_CHECK_PASSED = "drift-check-passed";
  public static final String DRIFT_DETECTED = "drift-detected";
  public static final String RELEASE_ADVANCED = "release-advanced";
  public static final String BACKFILL_RECORDED = "backfill-recorded";

  private EventNames() {}
}
