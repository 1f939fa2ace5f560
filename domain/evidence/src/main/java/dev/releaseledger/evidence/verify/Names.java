package dev.releaseledger.evidence.verify;

/** The names of events that the verifier knows, as docs/events.md has them. */
final class Names {
  static final String PLAN_PROPOSED = "plan-proposed";
  static final String PLAN_APPROVED = "plan-approved";
  static final String APPROVAL_WITHDRAWN = "approval-withdrawn";
  static final String PLAN_REJECTED = "plan-rejected";
  static final String PLAN_DEFERRED = "plan-deferred";
  static final String PLAN_INVALIDATED = "plan-invalidated";
  static final String ROLLOUT_ABORTED = "rollout-aborted";
  static final String ROLLOUT_EXPIRED = "rollout-expired";
  static final String TICKET_LINKED = "ticket-linked";
  static final String EMERGENCY_DECLARED = "emergency-declared";
  static final String EMERGENCY_REVIEWED = "emergency-reviewed";
  static final String APPLY_REFUSED = "apply-refused";
  static final String APPLY_STARTED = "apply-started";
  static final String APPLY_RESUMED = "apply-resumed";
  static final String STAGE_STARTED = "stage-started";
  static final String STATEMENT_APPLIED = "statement-applied";
  static final String APPLY_FAILED = "apply-failed";
  static final String APPLY_SUCCEEDED = "apply-succeeded";
  static final String DRIFT_CHECK_PASSED = "drift-check-passed";
  static final String DRIFT_DETECTED = "drift-detected";
  static final String DRIFT_RESOLVED = "drift-resolved";
  static final String RELEASE_ADVANCED = "release-advanced";
  static final String BACKFILL_RECORDED = "backfill-recorded";

  private Names() {}
}
