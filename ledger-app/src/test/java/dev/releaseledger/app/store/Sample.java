package dev.releaseledger.app.store;

import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyRefused;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyResumed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftResolved;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentFrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentUnfrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutAborted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StageStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.project.ProjectEvent.ProjectCreated;
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
  private static final String PLAN = "sha256:" + "1".repeat(64);
  private static final String REPORT = "sha256:" + "2".repeat(64);
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
        whole(proposed(REPORT, "ticket \"7\" – größer")),
        bare(proposed(null, null)),
        whole(new PlanApproved("shop", "prod", ROLLOUT, PLAN, "looks right", ACTOR, AT)),
        bare(new PlanApproved("shop", "prod", ROLLOUT, PLAN, null, ACTOR, AT)),
        whole(new PlanRejected("shop", "prod", ROLLOUT, "no", ACTOR, AT)),
        whole(new PlanDeferred("shop", "prod", ROLLOUT, "not now", "2026-02-01", ACTOR, AT)),
        bare(new PlanDeferred("shop", "prod", ROLLOUT, "not now", null, ACTOR, AT)),
        whole(new PlanInvalidated("shop", "prod", ROLLOUT, "the base moved", ACTOR, AT)),
        whole(new RolloutAborted("shop", "prod", ROLLOUT, "not needed", ACTOR, AT)),
        whole(refused(ROLLOUT)),
        bare(refused(null)),
        whole(new ApplyStarted("shop", "prod", ROLLOUT, PLAN, 3, "node-1", "manual", ACTOR, AT)),
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
        bare(advanced(null, null, null, null, ReleaseCause.BASELINE)));
  }

  private static PolicyAdopted adopted(@Nullable String reason) {
    return new PolicyAdopted("shop", "prod", 3, PLAN, REPORT, "production", 2, reason, ACTOR, AT);
  }

  private static PlanProposed proposed(@Nullable String review, @Nullable String reason) {
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
