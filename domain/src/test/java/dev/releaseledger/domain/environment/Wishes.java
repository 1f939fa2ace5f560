package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Names.ALICE;
import static dev.releaseledger.domain.environment.Names.BASE;
import static dev.releaseledger.domain.environment.Names.BOB;
import static dev.releaseledger.domain.environment.Names.COMMIT;
import static dev.releaseledger.domain.environment.Names.COMMITTED;
import static dev.releaseledger.domain.environment.Names.DIGEST;
import static dev.releaseledger.domain.environment.Names.NOW;
import static dev.releaseledger.domain.environment.Names.PLAN;
import static dev.releaseledger.domain.environment.Names.PROD;
import static dev.releaseledger.domain.environment.Names.SNAPSHOTS;
import static dev.releaseledger.domain.environment.Names.TARGET;
import static dev.releaseledger.domain.environment.Names.at;

import dev.releaseledger.domain.environment.EnvironmentCommand.AbortRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptPolicy;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdvanceRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.AppliedStatement;
import dev.releaseledger.domain.environment.EnvironmentCommand.ApprovePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.BaselineEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.CompleteStage;
import dev.releaseledger.domain.environment.EnvironmentCommand.CreateEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.DeclareEmergency;
import dev.releaseledger.domain.environment.EnvironmentCommand.DeferPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.FailApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.FreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.InvalidatePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ProposePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordBackfill;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordDriftCheck;
import dev.releaseledger.domain.environment.EnvironmentCommand.RejectPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ResumeApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.ReviewEmergency;
import dev.releaseledger.domain.environment.EnvironmentCommand.RollBackRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.ScheduleRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.StartApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.StartStage;
import dev.releaseledger.domain.environment.EnvironmentCommand.SucceedApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.UnfreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.UnscheduleRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.WaiveGate;
import dev.releaseledger.domain.environment.EnvironmentCommand.WithdrawApproval;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.Policy.Separation;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.release.Release;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commands of the stories; each, once granted, gives the event of {@link Facts}. */
final class Wishes {

  private Wishes() {}

  static CreateEnvironment create(int approvalsRequired) {
    return new CreateEnvironment(
        PROD, at("jdbc:postgresql://db/shop"), approvalsRequired, null, ALICE, NOW);
  }

  static AdoptPolicy adoptPolicy(int approvalsRequired) {
    return new AdoptPolicy(
        PROD,
        "sha256:policy",
        "sha256:document",
        "production",
        approvalsRequired,
        "as agreed",
        ALICE,
        NOW);
  }

  static FreezeEnvironment freeze() {
    return new FreezeEnvironment(PROD, "Black Friday", ALICE, NOW);
  }

  static UnfreezeEnvironment unfreeze() {
    return new UnfreezeEnvironment(PROD, "it is over", ALICE, NOW);
  }

  static ProposePlan propose() {
    return propose(PLAN, DIGEST, BASE, TARGET);
  }

  static ProposePlan propose(
      String rollout,
      String digest,
      SortedMap<String, String> base,
      SortedMap<String, String> target) {
    return new ProposePlan(
        PROD,
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
        null,
        0,
        "sha256:review",
        Terms.NONE,
        "manual",
        "ticket 7",
        ALICE,
        NOW);
  }

  static ApprovePlan approve(String actor) {
    return approve(DIGEST, actor);
  }

  static ApprovePlan approve(String digest, String actor) {
    return approve(PLAN, digest, actor, List.of(Separation.REQUESTER_APPROVES), false);
  }

  static ApprovePlan approve(
      String rollout,
      String digest,
      String actor,
      List<Separation> separation,
      boolean identified,
      String... capacities) {
    return new ApprovePlan(
        PROD,
        rollout,
        digest,
        "looks right",
        separation,
        identified,
        Set.of(actor),
        List.of(),
        List.of(capacities),
        null,
        null,
        null,
        actor,
        NOW);
  }

  /** What holds where no policy was adopted. */
  static Circumstances open() {
    return circumstances(Policy.undocumented(1), null);
  }

  static Circumstances circumstances(Policy policy, @Nullable String rules) {
    return new Circumstances(
        policy,
        rules,
        Impact.NONE,
        new PolicyReview(new TreeMap<>()),
        List.of(),
        true,
        null,
        null,
        null,
        null);
  }

  static ScheduleRollout schedule() {
    return new ScheduleRollout(PROD, PLAN, Facts.TONIGHT, "manual", "at night", ALICE, NOW);
  }

  static UnscheduleRollout unschedule() {
    return new UnscheduleRollout(PROD, PLAN, "not tonight", ALICE, NOW);
  }

  static WithdrawApproval withdraw(String actor) {
    return new WithdrawApproval(PROD, PLAN, "seen too late", actor, actor, NOW);
  }

  static WaiveGate waive(String gate) {
    return new WaiveGate(PROD, PLAN, gate, "agreed with the owner", null, BOB, NOW);
  }

  static DeclareEmergency declareEmergency() {
    return new DeclareEmergency(
        PROD, PLAN, new Policy.Emergency(true, 48), "orders are lost", null, ALICE, NOW);
  }

  static ReviewEmergency review(String actor) {
    return new ReviewEmergency(PROD, PLAN, true, "there was no time", actor, NOW);
  }

  static RecordBackfill backfill(boolean validated) {
    return new RecordBackfill(PROD, PLAN, validated, 12L, "job 8", null, ALICE, NOW);
  }

  static RejectPlan reject() {
    return new RejectPlan(PROD, PLAN, "no", null, null, BOB, NOW);
  }

  static DeferPlan defer() {
    return new DeferPlan(PROD, PLAN, "not this week", "2026-02-01", null, null, BOB, NOW);
  }

  static InvalidatePlan invalidate() {
    return new InvalidatePlan(PROD, PLAN, "the database moved", ALICE, NOW);
  }

  static AbortRollout abort() {
    return new AbortRollout(PROD, PLAN, "not needed", ALICE, NOW);
  }

  static StartApply start() {
    return start(DIGEST);
  }

  static StartApply start(String digest) {
    return start(digest, open());
  }

  static StartApply start(String digest, Circumstances circumstances) {
    return start(digest, circumstances, false);
  }

  static StartApply start(String digest, Circumstances circumstances, boolean emergency) {
    return new StartApply(
        PROD, PLAN, digest, circumstances, emergency, "node-1", "manual", ALICE, NOW);
  }

  static ResumeApply resume() {
    return new ResumeApply(PROD, PLAN, "node-2", ALICE, NOW);
  }

  static StartStage startStage(long token, int stage, Integer... steps) {
    return new StartStage(PROD, PLAN, token, "main", stage, true, List.of(steps), ALICE, NOW);
  }

  static CompleteStage completeStage(long token, int stage, AppliedStatement... statements) {
    return new CompleteStage(PROD, PLAN, token, "main", stage, List.of(statements), ALICE, NOW);
  }

  static AppliedStatement ran(int step, long millis) {
    return new AppliedStatement(step, "sha256:sql" + step, millis);
  }

  static FailApply fail(long token, SortedMap<String, String> reached) {
    return new FailApply(
        PROD,
        PLAN,
        token,
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

  static SucceedApply succeed(long token) {
    return new SucceedApply(PROD, PLAN, token, ALICE, NOW);
  }

  static RecordDriftCheck findClean(
      @Nullable String rollout, DriftCheck check, SortedMap<String, String> observed) {
    return new RecordDriftCheck(
        PROD, rollout, check, observed, observed, List.of(), null, ALICE, NOW);
  }

  static RecordDriftCheck findDrift(@Nullable String rollout, DriftCheck check) {
    return new RecordDriftCheck(
        PROD,
        rollout,
        check,
        TARGET,
        at("fp:strange"),
        List.of("column customers.nick is not declared"),
        "sha256:report",
        ALICE,
        NOW);
  }

  static AdvanceRelease release() {
    return new AdvanceRelease(PROD, PLAN, ALICE, NOW);
  }

  static BaselineEnvironment baseline(Release release) {
    return new BaselineEnvironment(PROD, release, "adopted", ALICE, NOW);
  }

  static AdoptRelease adopt(Release release, SortedMap<String, String> observed) {
    return new AdoptRelease(
        PROD, release, ReleaseCause.PROMOTE, observed, "from staging", ALICE, NOW);
  }

  static RollBackRelease rollBack(String to) {
    return new RollBackRelease(PROD, to, "orders fail", ALICE, NOW);
  }
}
