package dev.releaseledger.app.evidence.report.field;

import java.util.List;

/** The fields that auditors ask for, in the order of a change's life. */
public final class AuditFields {

  private static final String NONE = "-";

  /** All of them; docs/evidence/report.md has the same list. */
  public static final List<AuditField> ALL =
      List.of(
          new AuditField(
              "request",
              "Change, ticket, reason, description, scope",
              List.of("plan-proposed", "ticket-linked", "release-advanced"),
              List.of(
                  "authorizes, documents",
                  "planning",
                  "6.5.1 reason and description",
                  "request",
                  "d purpose and scope"),
              Requests::request),
          new AuditField(
              "requester",
              "Requester",
              List.of("plan-proposed", "release-advanced"),
              List.of("authorizes, documents", "authorisation", NONE, "request", "b, c"),
              Requests::requester),
          new AuditField(
              "impact",
              "Impact: locks, data loss, security, affected objects",
              List.of("plan-proposed", "note-recorded"),
              List.of(
                  "identifies and evaluates",
                  "impact assessment",
                  "6.5.1 security impact",
                  "risk",
                  "a, h"),
              Requests::impact),
          new AuditField(
              "plan",
              "Plan, source, policy, schema before",
              List.of("plan-proposed", "policy-adopted"),
              List.of(
                  "designs, tracks, baseline",
                  "documentation",
                  NONE,
                  "version",
                  "d expected outcome"),
              Requests::plan),
          new AuditField(
              "tests",
              "Tests of this plan",
              List.of("plan-proposed", "test-recorded"),
              List.of(
                  "tests",
                  "testing and acceptance",
                  "6.5.1 testing; 6.5.3",
                  "testing",
                  "c tested; quality assurance"),
              Consents::tests),
          new AuditField(
              "approvals",
              "Approvals and rejections",
              List.of("plan-approved", "approval-withdrawn", "plan-rejected", "plan-deferred"),
              List.of(
                  "approves",
                  "authorisation before implementation",
                  "6.5.1 documented approval",
                  "pre-deployment approval",
                  "b"),
              Consents::approvals),
          new AuditField(
              "separation",
              "Separation of duties: requester, approver, applier",
              List.of("apply-started"),
              List.of(
                  "CC5, CC6",
                  "A.5.3",
                  "6.5.4",
                  "segregation of duties, migration",
                  "b independence"),
              Consents::separation),
          new AuditField(
              "schedule",
              "Window, expected duration, notified parties",
              List.of("rollout-scheduled", "plan-proposed"),
              List.of(
                  NONE,
                  "communication, deployment plan",
                  NONE,
                  "schedule",
                  "d timeline, communication"),
              Consents::schedule),
          new AuditField(
              "apply",
              "Applier, start, end, target, statements, result",
              List.of("apply-started", "statement-applied", "apply-succeeded", "apply-failed"),
              List.of(
                  "deploys",
                  "implementation",
                  "6.5.1",
                  "deployment record linked to approval",
                  "c"),
              Executions::apply),
          new AuditField(
              "verification",
              "Schema after, comparison, verifier",
              List.of("drift-check-passed", "drift-detected"),
              List.of(
                  "tracks; intended outcome",
                  "review",
                  "6.5.2 after significant change",
                  "post-implementation review",
                  "c finalised in controlled manner"),
              Executions::verification),
          new AuditField(
              "rollback",
              "Rollback: plan, tested, owner, criteria, executed",
              List.of("plan-proposed", "note-recorded", "apply-failed"),
              List.of(NONE, "fall-back", "6.5.1 return to secure state", "back-out", "e"),
              Executions::rollback),
          new AuditField(
              "emergency",
              "Emergency: justification, invoker, review",
              List.of("emergency-declared", "emergency-reviewed"),
              List.of(
                  "emergency changes",
                  "emergency and contingency",
                  "6.5.1",
                  "emergency sample",
                  "f, g"),
              Executions::emergency),
          new AuditField(
              "release",
              "Release, policy, verdict",
              List.of("release-advanced"),
              List.of("implements", "records", NONE, NONE, "d"),
              Outcomes::release),
          new AuditField(
              "out-of-band",
              "Change found that nobody had asked for",
              List.of("drift-detected"),
              List.of("unauthorised change", "records", "6.5.1", "population completeness", NONE),
              Outcomes::outOfBand),
          new AuditField(
              "log",
              "Leaves, counts, checkpoint, time bracket",
              List.of(),
              List.of(
                  "completeness",
                  "A.5.28, A.8.15",
                  "Req. 10",
                  "completeness and accuracy",
                  "records"),
              Outcomes::log),
          new AuditField(
              "environments",
              "Separation of environments, test data",
              List.of("environment-created", "plan-proposed"),
              List.of(NONE, "A.8.31", "6.5.3, 6.5.5, 6.5.6", "access", NONE),
              Outcomes::environments));

  private AuditFields() {}
}
