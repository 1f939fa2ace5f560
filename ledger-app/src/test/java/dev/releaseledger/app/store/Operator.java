package dev.releaseledger.app.store;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.domain.environment.Circumstances;
import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand.AbortRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptPolicy;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdvanceRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.AppliedStatement;
import dev.releaseledger.domain.environment.EnvironmentCommand.ApprovePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.BaselineEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.CompleteStage;
import dev.releaseledger.domain.environment.EnvironmentCommand.CreateEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.DeferPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.FailApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.FreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.InvalidatePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ProposePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordDriftCheck;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordRefusedApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.RejectPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ResumeApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.RollBackRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.StartApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.StartStage;
import dev.releaseledger.domain.environment.EnvironmentCommand.SucceedApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.UnfreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentEvent.PolicyAdopted;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.Policy.Separation;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.release.Release;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Drives one environment through the ledger, one command a second, as the use cases do. */
public final class Operator {

  public static final Instant BEGIN = Instant.parse("2026-01-20T10:00:00Z");
  public static final String ALICE = "act_alice";
  static final String BOB = "act_bob";
  static final String CAROL = "act_carol";

  private final Ledger ledger;
  private final EnvironmentId id;
  private Instant now = BEGIN;

  public Operator(Ledger ledger, String project, String environment) {
    this.ledger = ledger;
    this.id = new EnvironmentId(project, environment);
  }

  public EnvironmentId id() {
    return id;
  }

  public static SortedMap<String, String> at(String value) {
    SortedMap<String, String> map = new TreeMap<>();
    map.put("main", value);
    return map;
  }

  static String digest(String rollout) {
    return "sha256:plan-of-" + rollout;
  }

  private Instant tick() {
    now = now.plusSeconds(1);
    return now;
  }

  public long create(int approvals) {
    return ledger.record(
        new CreateEnvironment(id, at("embedded:shop"), approvals, null, ALICE, tick()));
  }

  long adopt(int approvals) {
    return ledger.record(
        new AdoptPolicy(
            id,
            "sha256:policy" + approvals,
            "sha256:document",
            "production",
            approvals,
            "as agreed",
            ALICE,
            tick()));
  }

  public long freeze(String reason) {
    return ledger.record(new FreezeEnvironment(id, reason, ALICE, tick()));
  }

  public long unfreeze() {
    return ledger.record(new UnfreezeEnvironment(id, "go on", ALICE, tick()));
  }

  public long propose(String rollout, String base, String target, String actor) {
    return ledger.record(
        new ProposePlan(
            id,
            rollout,
            digest(rollout),
            "commit-of-" + target,
            "main",
            BEGIN,
            at(base),
            at(target),
            at(MadeUpSchemas.digest(target)),
            "sha256:rehearsal",
            2,
            List.of("drop column customers.fax"),
            true,
            ledger.environment(id).map(Environment::policy).map(PolicyAdopted::policy).orElse(null),
            0,
            null,
            Terms.NONE,
            "manual",
            "ticket 7",
            actor,
            tick()));
  }

  long approve(String rollout, String actor) {
    return ledger.record(
        new ApprovePlan(
            id,
            rollout,
            digest(rollout),
            "looks right",
            List.of(Separation.REQUESTER_APPROVES),
            true,
            Set.of(actor),
            List.of(),
            List.of(),
            "pull/7",
            null,
            null,
            actor,
            tick()));
  }

  long reject(String rollout) {
    return ledger.record(new RejectPlan(id, rollout, "no", null, null, BOB, tick()));
  }

  long defer(String rollout) {
    return ledger.record(
        new DeferPlan(id, rollout, "not now", "2026-02-01", null, null, BOB, tick()));
  }

  long invalidate(String rollout) {
    return ledger.record(new InvalidatePlan(id, rollout, "the base moved", ALICE, tick()));
  }

  long abort(String rollout) {
    return ledger.record(new AbortRollout(id, rollout, "given up", ALICE, tick()));
  }

  long start(String rollout) {
    return ledger.record(
        new StartApply(
            id,
            rollout,
            digest(rollout),
            circumstances(),
            false,
            "node-1",
            "manual",
            ALICE,
            tick()));
  }

  private Circumstances circumstances() {
    Environment state = ledger.environment(id).orElseThrow();
    return new Circumstances(
        Policy.undocumented(state.approvalsRequired()),
        state.rules(),
        Impact.NONE,
        new PolicyReview(new TreeMap<>()),
        List.of(),
        true,
        null,
        null,
        null,
        null);
  }

  long resume(String rollout) {
    return ledger.record(new ResumeApply(id, rollout, "node-2", ALICE, tick()));
  }

  long runStage(String rollout, int stage) {
    long token = token();
    ledger.record(
        new StartStage(id, rollout, token, "main", stage, true, List.of(stage), ALICE, tick()));
    List<AppliedStatement> done = List.of(new AppliedStatement(stage, "sha256:sql", 12));
    return ledger.record(new CompleteStage(id, rollout, token, "main", stage, done, ALICE, tick()));
  }

  long fail(String rollout, String reached) {
    return failTakingBack(rollout, reached, List.of());
  }

  long failTakingBack(String rollout, String reached, List<Integer> takenBack) {
    return ledger.record(
        new FailApply(
            id,
            rollout,
            token(),
            "main",
            1,
            2,
            "55P03",
            "lock timeout",
            true,
            takenBack,
            at(reached),
            ALICE,
            tick()));
  }

  long succeed(String rollout) {
    return ledger.record(new SucceedApply(id, rollout, token(), ALICE, tick()));
  }

  long findClean(@Nullable String rollout, DriftCheck check, String observed) {
    return ledger.record(
        new RecordDriftCheck(
            id, rollout, check, at(observed), at(observed), List.of(), null, ALICE, tick()));
  }

  long findDrift(@Nullable String rollout, DriftCheck check) {
    return ledger.record(
        new RecordDriftCheck(
            id,
            rollout,
            check,
            at("fp:expected"),
            at("fp:strange"),
            List.of("column customers.nick is not declared"),
            "sha256:report",
            ALICE,
            tick()));
  }

  long release(String rollout) {
    return ledger.record(new AdvanceRelease(id, rollout, ALICE, tick()));
  }

  public long baseline(String schema) {
    Release found =
        Release.ofDatabase(
            id.project(), id.environment(), BEGIN, at(schema), at(MadeUpSchemas.digest(schema)));
    return ledger.record(new BaselineEnvironment(id, found, "adopted", ALICE, tick()));
  }

  long rollBack(String release) {
    return ledger.record(new RollBackRelease(id, release, "orders fail", ALICE, tick()));
  }

  long refuse() {
    return ledger.record(
        new RecordRefusedApply(id, null, "main", "unknown-ref", "No such ref.", ALICE, tick()));
  }

  /** From a plan to its release, with the approvals of Bob and, if two are needed, Carol. */
  public long rollOut(String rollout, String base, String target) {
    propose(rollout, base, target, ALICE);
    int approvals = ledger.environment(id).orElseThrow().approvalsRequired();
    if (approvals > 0) {
      approve(rollout, BOB);
    }
    if (approvals > 1) {
      approve(rollout, CAROL);
    }
    start(rollout);
    runStage(rollout, 1);
    runStage(rollout, 2);
    succeed(rollout);
    findClean(rollout, DriftCheck.POST_APPLY, target);
    return release(rollout);
  }

  private long token() {
    return ledger.environment(id).orElseThrow().lease();
  }
}
