package dev.releaseledger.app.store;

import dev.releaseledger.domain.access.AccessEvent.ActorErased;
import dev.releaseledger.domain.access.AccessEvent.AddressesRecorded;
import dev.releaseledger.domain.access.AccessEvent.KeysRecorded;
import dev.releaseledger.domain.access.AccessEvent.MemberAdded;
import dev.releaseledger.domain.access.AccessEvent.MemberRemoved;
import dev.releaseledger.domain.access.AccessEvent.RoleGranted;
import dev.releaseledger.domain.access.AccessEvent.RoleRevoked;
import dev.releaseledger.domain.access.AccessEvent.TextsErased;
import dev.releaseledger.domain.access.AccessEvent.TokenIssued;
import dev.releaseledger.domain.access.AccessEvent.TokenRevoked;
import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyRefused;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyResumed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApprovalWithdrawn;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackfillRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackupRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftResolved;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyReviewed;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentFrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentUnfrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.GateWaived;
import dev.releaseledger.domain.environment.EnvironmentEvent.NoteRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.PassedGate;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanCommented;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutAborted;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutExpired;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutScheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutUnscheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.Signature;
import dev.releaseledger.domain.environment.EnvironmentEvent.StageStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.environment.EnvironmentEvent.TestRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.TicketLinked;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.export.EvidenceEvent.EvidenceExported;
import dev.releaseledger.domain.export.EvidenceEvent.StatementLogged;
import dev.releaseledger.domain.log.LogEvent.LogContinued;
import dev.releaseledger.domain.log.LogEvent.LogFrozen;
import dev.releaseledger.domain.log.LogEvent.LogKeyRetired;
import dev.releaseledger.domain.log.LogEvent.LogKeyRotated;
import dev.releaseledger.domain.notice.SubscriptionEvent.DeliveriesReplayed;
import dev.releaseledger.domain.notice.SubscriptionEvent.SecretRotated;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionCreated;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionPaused;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionRemoved;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionResumed;
import dev.releaseledger.domain.project.ProjectEvent.ProjectCreated;
import dev.releaseledger.domain.project.ProjectEvent.ProjectFrozen;
import dev.releaseledger.domain.project.ProjectEvent.ProjectUnfrozen;
import dev.releaseledger.projections.EventName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event of every class with every field set, and one without what may be absent.
 *
 * @param variant empty, or what the sample goes without
 */
record Sample(String variant, Object event) {

  private static final Instant AT = Instant.parse("2026-01-20T10:00:00.123456Z");
  private static final Instant COMMITTED = Instant.parse("2026-01-19T09:00:00Z");
  private static final String ROLLOUT = "rol_01KFB32WG0AAAAAAAAAAAAAAAA";
  private static final String RELEASE = "rel_01KFB32WG0AAAAAAAAAAAAAAAB";
  private static final String PREVIOUS = "rel_01KF8GKDW0AAAAAAAAAAAAAAAC";
  private static final String ACTOR = "act_01KFB32WG0AAAAAAAAAAAAAAAD";
  private static final String MEMBER = "act_01KFB32WG0AAAAAAAAAAAAAAAE";
  private static final String BINDING = "bnd_01KFB32WG0AAAAAAAAAAAAAAAF";
  private static final String TOKEN = "tok_01KFB32WG0AAAAAAAAAAAAAAAG";
  private static final String SUBSCRIPTION = "sub_01KFB32WG0AAAAAAAAAAAAAAAH";
  private static final String DELIVERY = "msg_01KFB32WG0AAAAAAAAAAAAAAAJ";
  private static final String PLAN = "sha256:" + "1".repeat(64);
  private static final String REPORT = "sha256:" + "2".repeat(64);
  private static final String IMPACT = "sha256:impact";
  private static final String AUTHOR = "act_author";
  private static final String SQL = "sha256:" + "3".repeat(64);
  private static final String COMMIT = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";

  /** The event's name in the ledger. */
  String name() {
    return EventName.of(event.getClass());
  }

  /** The file with the bytes the event is stored as. */
  String file() {
    return name() + (variant.isEmpty() ? "" : "." + variant) + ".json";
  }

  @Override
  public String toString() {
    return file();
  }

  private static Sample whole(Object event) {
    return new Sample("", event);
  }

  private static final String ORIGIN = "ledger.example.org/prod";
  private static final String FIRST_KEY = ORIGIN + "+00000001+AQ==";
  private static final String SECOND_KEY = ORIGIN + "+00000002+Ag==";

  private static Sample bare(Object event) {
    return new Sample("bare", event);
  }

  static List<Sample> all() {
    return List.of(
        whole(
            new ProjectCreated(
                "shop",
                "https://git.example/shop.git",
                both("schema/audit", "schema/main"),
                ACTOR,
                AT)),
        whole(
            new EvidenceExported(
                "release", "shop", "prod", ROLLOUT, RELEASE, 40L, 81, REPORT, true, ACTOR, AT)),
        bare(
            new EvidenceExported(
                "period", null, null, null, null, null, 81, REPORT, false, ACTOR, AT)),
        whole(new StatementLogged("c2lnbmVk", "c2lnbmF0dXJl", "a2V5", ACTOR, AT)),
        whole(
            new LogKeyRotated(
                ORIGIN, FIRST_KEY, SECOND_KEY, 81, ORIGIN + "\n", "yearly", ACTOR, AT)),
        bare(new LogKeyRotated(ORIGIN, FIRST_KEY, SECOND_KEY, 81, ORIGIN + "\n", null, ACTOR, AT)),
        whole(new LogKeyRetired(ORIGIN, FIRST_KEY, SECOND_KEY, 90, "yearly", ACTOR, AT)),
        bare(new LogKeyRetired(ORIGIN, FIRST_KEY, SECOND_KEY, 90, null, ACTOR, AT)),
        whole(new LogFrozen(ORIGIN, 95, "cm9vdA==", true, true, "the key is out", ACTOR, AT)),
        bare(new LogFrozen(ORIGIN, 95, "cm9vdA==", false, false, null, ACTOR, AT)),
        whole(new LogContinued(ORIGIN, 96, "cm9vdA==", "act_operator", AT)),
        whole(
            new SubscriptionCreated(
                SUBSCRIPTION,
                "pager",
                "webhook",
                "shop",
                "prod",
                List.of("apply-failed", "drift-detected"),
                "warning",
                "https://pager.example",
                0,
                "ticket 9",
                ACTOR,
                AT)),
        bare(
            new SubscriptionCreated(
                SUBSCRIPTION,
                "dbas",
                "mail",
                null,
                null,
                List.of(),
                "info",
                "example.org",
                2,
                null,
                ACTOR,
                AT)),
        whole(
            new SubscriptionRemoved(SUBSCRIPTION, "pager", "shop", "prod", "ticket 9", ACTOR, AT)),
        bare(new SubscriptionRemoved(SUBSCRIPTION, "pager", null, null, null, ACTOR, AT)),
        whole(new SubscriptionPaused(SUBSCRIPTION, "pager", "shop", "prod", "noise", ACTOR, AT)),
        bare(new SubscriptionPaused(SUBSCRIPTION, "pager", null, null, null, ACTOR, AT)),
        whole(
            new SubscriptionResumed(SUBSCRIPTION, "pager", "shop", "prod", "ticket 9", ACTOR, AT)),
        bare(new SubscriptionResumed(SUBSCRIPTION, "pager", null, null, null, ACTOR, AT)),
        whole(
            new SecretRotated(
                SUBSCRIPTION, "pager", "shop", "prod", 2, COMMITTED, "it leaked", ACTOR, AT)),
        bare(new SecretRotated(SUBSCRIPTION, "pager", null, null, 2, COMMITTED, null, ACTOR, AT)),
        whole(
            new DeliveriesReplayed(
                SUBSCRIPTION, "pager", "shop", "prod", DELIVERY, "ticket 9", ACTOR, AT)),
        bare(new DeliveriesReplayed(SUBSCRIPTION, "pager", null, null, null, null, ACTOR, AT)),
        whole(new ProjectFrozen("shop", "year end", ACTOR, AT)),
        whole(new ProjectUnfrozen("shop", "it is over", ACTOR, AT)),
        whole(
            new EnvironmentCreated(
                "shop",
                "prod",
                both("embedded:shop_audit", "jdbc:postgresql://db/shop"),
                2,
                ACTOR,
                AT)),
        whole(adopted("ticket 8")),
        bare(adopted(null)),
        whole(new EnvironmentFrozen("shop", "prod", "Black Friday", ACTOR, AT)),
        whole(new EnvironmentUnfrozen("shop", "prod", "it is over", ACTOR, AT)),
        whole(
            proposed(
                REPORT,
                "ticket \"7\" – größer",
                new Terms(
                    new TreeMap<>(Map.of("group security", 1, "owner of public.users", 1)),
                    true,
                    48,
                    true,
                    List.of(AUTHOR),
                    IMPACT,
                    "fill in customers.region"))),
        bare(proposed(null, null, null)),
        whole(approved("looks right")),
        bare(approved(null)),
        whole(new ApprovalWithdrawn("shop", "prod", ROLLOUT, "has left", AUTHOR, false, ACTOR, AT)),
        bare(
            new ApprovalWithdrawn(
                "shop", "prod", ROLLOUT, "seen too late", null, false, ACTOR, AT)),
        whole(new PlanCommented("shop", "prod", ROLLOUT, "is the index used?", ACTOR, AT)),
        whole(scheduled("at night")),
        bare(scheduled(null)),
        whole(new RolloutUnscheduled("shop", "prod", ROLLOUT, "not tonight", ACTOR, AT)),
        whole(
            new RolloutExpired("shop", "prod", ROLLOUT, "an approval held for 8 hours", ACTOR, AT)),
        whole(waived("OPS-9")),
        bare(waived(null)),
        whole(new TicketLinked("shop", "prod", ROLLOUT, "pull-request", "pull/7", ACTOR, AT)),
        whole(tested("https://ci.example/runs/5", "all green")),
        bare(tested(null, null)),
        whole(noted("runbook 12")),
        bare(noted(null)),
        whole(filled(120L, "job 8", "by key range")),
        bare(filled(null, null, null)),
        whole(emergency("INC-3")),
        bare(emergency(null)),
        whole(new EmergencyReviewed("shop", "prod", ROLLOUT, true, "there was no time", ACTOR, AT)),
        whole(backup(COMMITTED, "nightly")),
        bare(backup(null, null)),
        whole(new PlanRejected("shop", "prod", ROLLOUT, "no", "pull/7", "chat", ACTOR, AT)),
        bare(new PlanRejected("shop", "prod", ROLLOUT, "no", null, null, ACTOR, AT)),
        whole(
            new PlanDeferred(
                "shop", "prod", ROLLOUT, "not now", "2026-02-01", "pull/7", "chat", ACTOR, AT)),
        bare(new PlanDeferred("shop", "prod", ROLLOUT, "not now", null, null, null, ACTOR, AT)),
        whole(new PlanInvalidated("shop", "prod", ROLLOUT, "the base moved", ACTOR, AT)),
        whole(new RolloutAborted("shop", "prod", ROLLOUT, "not needed", ACTOR, AT)),
        whole(refused(ROLLOUT)),
        bare(refused(null)),
        whole(started(new PassedGate("approvals", true, "2 of 2"))),
        whole(new ApplyResumed("shop", "prod", ROLLOUT, 4, "node-2", ACTOR, AT)),
        whole(new StageStarted("shop", "prod", ROLLOUT, "main", 1, true, List.of(1, 2), ACTOR, AT)),
        whole(new StatementApplied("shop", "prod", ROLLOUT, "main", 1, 2, SQL, 17, ACTOR, AT)),
        whole(failed("42P07")),
        bare(failed(null)),
        whole(new ApplySucceeded("shop", "prod", ROLLOUT, ACTOR, AT)),
        whole(passed(ROLLOUT)),
        bare(passed(null)),
        whole(drift(ROLLOUT)),
        bare(drift(null)),
        whole(
            new DriftResolved(
                "shop", "prod", DriftCheck.REQUESTED, both("fp:1", "fp:2"), ACTOR, AT)),
        whole(advanced(COMMIT, ROLLOUT, PREVIOUS, "ticket 7", ReleaseCause.APPLY)),
        bare(advanced(null, null, null, null, ReleaseCause.BASELINE)),
        whole(granted("shop", "prod", "ticket 9")),
        bare(granted(null, null, null)),
        whole(revoked("shop", "prod", "ticket 9")),
        bare(revoked(null, null, null)),
        whole(new MemberAdded("dba", MEMBER, "ticket 9", ACTOR, AT)),
        bare(new MemberAdded("dba", MEMBER, null, ACTOR, AT)),
        whole(new MemberRemoved("dba", MEMBER, "she left", ACTOR, AT)),
        bare(new MemberRemoved("dba", MEMBER, null, ACTOR, AT)),
        whole(issued("deployer", "shop", "prod", AT.plusSeconds(60), "ticket 9")),
        bare(issued(null, null, null, null, null)),
        whole(new TokenRevoked(TOKEN, MEMBER, "it was lost", ACTOR, AT)),
        bare(new TokenRevoked(TOKEN, MEMBER, null, ACTOR, AT)),
        whole(new KeysRecorded(MEMBER, List.of("SHA256:abc"), "ticket 9", ACTOR, AT)),
        bare(new KeysRecorded(MEMBER, List.of("SHA256:abc"), null, ACTOR, AT)),
        whole(new AddressesRecorded(MEMBER, 2, "ticket 9", ACTOR, AT)),
        bare(new AddressesRecorded(MEMBER, 2, null, ACTOR, AT)),
        whole(new ActorErased(MEMBER, "ticket 10", ACTOR, AT)),
        bare(new ActorErased(MEMBER, null, ACTOR, AT)),
        whole(new TextsErased(List.of(PLAN, REPORT), 17L, MEMBER, "ticket 10", ACTOR, AT)),
        bare(new TextsErased(List.of(PLAN), null, null, null, ACTOR, AT)));
  }

  private static RoleGranted granted(
      @Nullable String project, @Nullable String environment, @Nullable String reason) {
    return new RoleGranted(
        BINDING, "actor", MEMBER, "deployer", project, environment, reason, ACTOR, AT);
  }

  private static RoleRevoked revoked(
      @Nullable String project, @Nullable String environment, @Nullable String reason) {
    return new RoleRevoked(
        BINDING, "group", "dba", "deployer", project, environment, reason, ACTOR, AT);
  }

  private static TokenIssued issued(
      @Nullable String role,
      @Nullable String project,
      @Nullable String environment,
      @Nullable Instant expiresAt,
      @Nullable String reason) {
    return new TokenIssued(
        TOKEN,
        MEMBER,
        role,
        project,
        environment,
        List.of("manual", "pipeline"),
        expiresAt,
        reason,
        ACTOR,
        AT);
  }

  private static PolicyAdopted adopted(@Nullable String reason) {
    return new PolicyAdopted("shop", "prod", 3, PLAN, REPORT, "production", 2, reason, ACTOR, AT);
  }

  private static PlanApproved approved(@Nullable String reason) {
    boolean more = reason != null;
    return new PlanApproved(
        "shop",
        "prod",
        ROLLOUT,
        PLAN,
        reason,
        more ? List.of("group security") : List.of(),
        more ? false : null,
        more ? "pull/7" : null,
        more ? "review meeting" : null,
        more ? new Signature("SHA256:abc", "-----BEGIN SSH SIGNATURE-----") : null,
        ACTOR,
        AT);
  }

  private static ApplyStarted started(PassedGate... gates) {
    return new ApplyStarted(
        "shop", "prod", ROLLOUT, PLAN, 3, "node-1", List.of(gates), "manual", ACTOR, AT);
  }

  private static RolloutScheduled scheduled(@Nullable String reason) {
    return new RolloutScheduled("shop", "prod", ROLLOUT, COMMITTED, "manual", reason, ACTOR, AT);
  }

  private static GateWaived waived(@Nullable String reference) {
    return new GateWaived("shop", "prod", ROLLOUT, "scope", "agreed", reference, ACTOR, AT);
  }

  private static TestRecorded tested(@Nullable String reference, @Nullable String note) {
    return new TestRecorded("shop", "prod", ROLLOUT, "suite", true, reference, note, ACTOR, AT);
  }

  private static NoteRecorded noted(@Nullable String reference) {
    return new NoteRecorded(
        "shop", "prod", ROLLOUT, "recovery", "restore the table", reference, ACTOR, AT);
  }

  private static BackfillRecorded filled(
      @Nullable Long rows, @Nullable String reference, @Nullable String note) {
    return new BackfillRecorded("shop", "prod", ROLLOUT, true, rows, reference, note, ACTOR, AT);
  }

  private static EmergencyDeclared emergency(@Nullable String reference) {
    return new EmergencyDeclared(
        "shop", "prod", ROLLOUT, "orders are lost", reference, COMMITTED, ACTOR, AT);
  }

  private static BackupRecorded backup(@Nullable Instant tested, @Nullable String note) {
    return new BackupRecorded(
        "shop", "prod", "s3://backups/shop-8", COMMITTED, true, tested, note, ACTOR, AT);
  }

  private static PlanProposed proposed(
      @Nullable String review, @Nullable String reason, @Nullable Terms terms) {
    return new PlanProposed(
        "shop",
        "prod",
        ROLLOUT,
        PLAN,
        COMMIT,
        "main",
        COMMITTED,
        both("fp:1", "fp:2"),
        both("fp:1", "fp:3"),
        both("sha256:4", "sha256:5"),
        REPORT,
        2,
        List.of("drop column public.customers.fax"),
        true,
        2,
        review,
        terms,
        "manual",
        reason,
        ACTOR,
        AT);
  }

  private static ApplyRefused refused(@Nullable String rollout) {
    return new ApplyRefused(
        "shop",
        "prod",
        rollout,
        "main",
        "destructive-without-force",
        "The plan drops a column.",
        ACTOR,
        AT);
  }

  private static ApplyFailed failed(@Nullable String sqlState) {
    return new ApplyFailed(
        "shop",
        "prod",
        ROLLOUT,
        "main",
        1,
        2,
        sqlState,
        "relation \"customers\" already exists",
        true,
        List.of(),
        both("fp:1", "fp:2"),
        ACTOR,
        AT);
  }

  private static DriftCheckPassed passed(@Nullable String rollout) {
    return new DriftCheckPassed(
        "shop", "prod", rollout, DriftCheck.POST_APPLY, both("fp:1", "fp:3"), ACTOR, AT);
  }

  private static DriftDetected drift(@Nullable String rollout) {
    return new DriftDetected(
        "shop",
        "prod",
        rollout,
        DriftCheck.PREFLIGHT,
        both("fp:1", "fp:2"),
        both("fp:1", "fp:9"),
        List.of("column public.customers.nick is not declared"),
        1,
        REPORT,
        ACTOR,
        AT);
  }

  private static ReleaseAdvanced advanced(
      @Nullable String ref,
      @Nullable String rollout,
      @Nullable String previous,
      @Nullable String reason,
      ReleaseCause cause) {
    return new ReleaseAdvanced(
        "shop",
        "prod",
        RELEASE,
        ref,
        both("fp:1", "fp:3"),
        both("sha256:4", "sha256:5"),
        cause,
        rollout,
        previous,
        reason,
        ACTOR,
        AT);
  }

  private static SortedMap<String, String> both(String audit, String main) {
    return new TreeMap<>(Map.of("audit", audit, "main", main));
  }
}
