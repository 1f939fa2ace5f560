package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Names.ALICE;
import static dev.releaseledger.domain.environment.Names.BASE;
import static dev.releaseledger.domain.environment.Names.BOB;
import static dev.releaseledger.domain.environment.Names.COMMIT;
import static dev.releaseledger.domain.environment.Names.COMMITTED;
import static dev.releaseledger.domain.environment.Names.DIGEST;
import static dev.releaseledger.domain.environment.Names.NOW;
import static dev.releaseledger.domain.environment.Names.PLAN;
import static dev.releaseledger.domain.environment.Names.SNAPSHOTS;
import static dev.releaseledger.domain.environment.Names.TARGET;
import static dev.releaseledger.domain.environment.Names.at;

import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyResumed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApprovalWithdrawn;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftDetected;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftResolved;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentFrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentUnfrozen;
import dev.releaseledger.domain.environment.EnvironmentEvent.GateWaived;
import dev.releaseledger.domain.environment.EnvironmentEvent.PassedGate;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanDeferred;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanInvalidated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanRejected;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutAborted;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutExpired;
import dev.releaseledger.domain.environment.EnvironmentEvent.RolloutScheduled;
import dev.releaseledger.domain.environment.EnvironmentEvent.StageStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.release.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events of the stories: the environment shop/prod, and the rollout {@link Names#PLAN}. */
final class Facts {

  static final Instant TONIGHT = NOW.plus(Duration.ofHours(10));

  private Facts() {}

  static EnvironmentCreated created(int approvalsRequired) {
    return new EnvironmentCreated(
        "shop", "prod", at("jdbc:postgresql://db/shop"), approvalsRequired, ALICE, NOW);
  }

  static PolicyAdopted policyAdopted(int version, int approvalsRequired) {
    return new PolicyAdopted(
        "shop",
        "prod",
        version,
        "sha256:policy",
        "sha256:document",
        "production",
        approvalsRequired,
        "as agreed",
        ALICE,
        NOW);
  }

  static EnvironmentFrozen frozen() {
    return new EnvironmentFrozen("shop", "prod", "Black Friday", ALICE, NOW);
  }

  static EnvironmentUnfrozen unfrozen() {
    return new EnvironmentUnfrozen("shop", "prod", "it is over", ALICE, NOW);
  }

  static PlanProposed proposed(int approvalsRequired) {
    return proposed(PLAN, DIGEST, BASE, TARGET, approvalsRequired);
  }

  /** A plan after which something has to be filled in. */
  static PlanProposed proposed(String backfill) {
    return proposed(
        PLAN,
        DIGEST,
        BASE,
        TARGET,
        1,
        new Terms(new TreeMap<>(), false, null, true, List.of(), null, backfill));
  }

  static PlanProposed proposed(Terms terms) {
    return proposed(PLAN, DIGEST, BASE, TARGET, 1, terms);
  }

  static PlanProposed proposed(
      String rollout,
      String digest,
      SortedMap<String, String> base,
      SortedMap<String, String> target,
      int approvalsRequired) {
    return proposed(rollout, digest, base, target, approvalsRequired, Terms.NONE);
  }

  static PlanProposed proposed(
      String rollout,
      String digest,
      SortedMap<String, String> base,
      SortedMap<String, String> target,
      int approvalsRequired,
      Terms terms) {
    return new PlanProposed(
        "shop",
        "prod",
        rollout,
        digest,
        COMMIT,
        "main",
        COMMITTED,
        base,
        target,
        SNAPSHOTS,
        "sha256:rehearsal",
        2,
        List.of("drop column customers.fax"),
        true,
        approvalsRequired,
        "sha256:review",
        terms,
        "manual",
        "ticket 7",
        ALICE,
        NOW);
  }

  static PlanApproved approved(String actor) {
    return approved(actor, true);
  }

  static PlanApproved approved(String actor, boolean complete, String... capacities) {
    return new PlanApproved(
        "shop",
        "prod",
        PLAN,
        DIGEST,
        "looks right",
        List.of(capacities),
        complete,
        null,
        null,
        null,
        actor,
        NOW);
  }

  static ApprovalWithdrawn withdrawn(String actor) {
    return new ApprovalWithdrawn("shop", "prod", PLAN, "seen too late", null, false, actor, NOW);
  }

  static RolloutScheduled scheduled() {
    return new RolloutScheduled("shop", "prod", PLAN, TONIGHT, "manual", "at night", ALICE, NOW);
  }

  static RolloutExpired expired() {
    return new RolloutExpired("shop", "prod", PLAN, "an approval held for 1 hours", ALICE, NOW);
  }

  static EmergencyDeclared emergency() {
    return new EmergencyDeclared(
        "shop", "prod", PLAN, "orders are lost", null, NOW.plus(Duration.ofHours(48)), ALICE, NOW);
  }

  static GateWaived waived(String gate) {
    return new GateWaived("shop", "prod", PLAN, gate, "agreed with the owner", null, BOB, NOW);
  }

  static PlanDeferred deferred() {
    return new PlanDeferred(
        "shop", "prod", PLAN, "not this week", "2026-02-01", null, null, BOB, NOW);
  }

  static PlanRejected rejected() {
    return new PlanRejected("shop", "prod", PLAN, "no", null, null, BOB, NOW);
  }

  static RolloutAborted aborted() {
    return new RolloutAborted("shop", "prod", PLAN, "not needed", ALICE, NOW);
  }

  static PlanInvalidated invalidated() {
    return new PlanInvalidated("shop", "prod", PLAN, "the database moved", ALICE, NOW);
  }

  static PlanInvalidated overtaken(String rollout, Release by, String actor) {
    String why = "the environment moved on to " + by.id();
    return new PlanInvalidated("shop", "prod", rollout, why, actor, NOW);
  }

  static ApplyStarted started(long token) {
    return started(token, List.of());
  }

  static ApplyStarted started(long token, List<PassedGate> gates) {
    return new ApplyStarted(
        "shop", "prod", PLAN, DIGEST, token, "node-1", gates, "manual", ALICE, NOW);
  }

  static ApplyResumed resumed(long token) {
    return new ApplyResumed("shop", "prod", PLAN, token, "node-2", ALICE, NOW);
  }

  static StageStarted stageStarted(int stage, Integer... steps) {
    return new StageStarted("shop", "prod", PLAN, "main", stage, true, List.of(steps), ALICE, NOW);
  }

  static StatementApplied statement(int stage, int step, long millis) {
    return new StatementApplied(
        "shop", "prod", PLAN, "main", stage, step, "sha256:sql" + step, millis, ALICE, NOW);
  }

  static ApplyFailed failed(SortedMap<String, String> reached) {
    return new ApplyFailed(
        "shop",
        "prod",
        PLAN,
        "main",
        1,
        2,
        "23502",
        "null value",
        true,
        List.of(),
        reached,
        ALICE,
        NOW);
  }

  static ApplySucceeded succeeded() {
    return new ApplySucceeded("shop", "prod", PLAN, ALICE, NOW);
  }

  static DriftCheckPassed clean(
      @Nullable String rollout, DriftCheck check, SortedMap<String, String> observed) {
    return new DriftCheckPassed("shop", "prod", rollout, check, observed, ALICE, NOW);
  }

  static DriftDetected drift(@Nullable String rollout, DriftCheck check) {
    return new DriftDetected(
        "shop",
        "prod",
        rollout,
        check,
        TARGET,
        at("fp:strange"),
        List.of("column customers.nick is not declared"),
        1,
        "sha256:report",
        ALICE,
        NOW);
  }

  static DriftResolved resolved(DriftCheck check, SortedMap<String, String> observed) {
    return new DriftResolved("shop", "prod", check, observed, ALICE, NOW);
  }

  static ReleaseAdvanced advanced(
      Release release,
      ReleaseCause cause,
      @Nullable String rollout,
      @Nullable String previous,
      @Nullable String reason) {
    return new ReleaseAdvanced(
        "shop",
        "prod",
        release.id().value(),
        release.ref(),
        release.schemas(),
        release.snapshots(),
        cause,
        rollout,
        previous,
        reason,
        ALICE,
        NOW);
  }

  /** A history after which the rollout, which needs one approval, is in a status. */
  static List<EnvironmentEvent> until(RolloutStatus status) {
    List<EnvironmentEvent> history = new ArrayList<>();
    switch (status) {
      case PROPOSED -> history.addAll(List.of(created(1), proposed(1)));
      case DEFERRED -> after(history, RolloutStatus.PROPOSED, deferred());
      case APPROVED -> after(history, RolloutStatus.PROPOSED, approved(BOB));
      case SCHEDULED -> after(history, RolloutStatus.APPROVED, scheduled());
      case EXPIRED -> after(history, RolloutStatus.APPROVED, expired());
      case BACKFILL_PENDING -> {
        history.addAll(List.of(created(1), proposed("fill in customers.region")));
        List<EnvironmentEvent> released = until(RolloutStatus.RELEASED);
        history.addAll(released.subList(2, released.size()));
      }
      case APPLYING -> after(history, RolloutStatus.APPROVED, started(1));
      case APPLIED -> after(history, RolloutStatus.APPLYING, succeeded());
      case DRIFTED -> after(history, RolloutStatus.APPLIED, drift(PLAN, DriftCheck.POST_APPLY));
      case VERIFIED ->
          after(history, RolloutStatus.APPLIED, clean(PLAN, DriftCheck.POST_APPLY, TARGET));
      case RELEASED ->
          after(
              history,
              RolloutStatus.VERIFIED,
              advanced(Names.RELEASE, ReleaseCause.APPLY, PLAN, null, "ticket 7"));
      case FAILED -> after(history, RolloutStatus.APPLYING, failed(BASE));
      case REJECTED -> after(history, RolloutStatus.PROPOSED, rejected());
      case ABORTED -> after(history, RolloutStatus.PROPOSED, aborted());
      case INVALIDATED -> after(history, RolloutStatus.PROPOSED, invalidated());
    }
    return history;
  }

  private static void after(
      List<EnvironmentEvent> history, RolloutStatus status, EnvironmentEvent next) {
    history.addAll(until(status));
    history.add(next);
  }
}
