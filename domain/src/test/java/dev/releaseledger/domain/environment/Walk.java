package dev.releaseledger.domain.environment;

import static dev.releaseledger.domain.environment.Names.COMMITTED;
import static dev.releaseledger.domain.environment.Names.PROD;
import static dev.releaseledger.domain.environment.Names.SNAPSHOTS;

import dev.releaseledger.domain.environment.EnvironmentCommand.AbortRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptPolicy;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdvanceRelease;
import dev.releaseledger.domain.environment.EnvironmentCommand.ApprovePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.BaselineEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.CommentPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.CompleteStage;
import dev.releaseledger.domain.environment.EnvironmentCommand.DeclareEmergency;
import dev.releaseledger.domain.environment.EnvironmentCommand.DeferPlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.ExpireRollout;
import dev.releaseledger.domain.environment.EnvironmentCommand.FailApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.FreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.InvalidatePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.LinkTicket;
import dev.releaseledger.domain.environment.EnvironmentCommand.ProposePlan;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordBackfill;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordBackup;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordDriftCheck;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordNote;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordRefusedApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.RecordTest;
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
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.Policy.Separation;
import dev.releaseledger.domain.release.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Draws one command after another, sensible and senseless ones, all of them from one seed. */
final class Walk {

  private static final List<String> SCHEMAS = List.of("fp:a", "fp:b", "fp:c");
  private static final String UNKNOWN = "rol_unknown";
  private static final List<String> GATES = List.of("freeze", "scope", "approvals");
  private static final List<String> ACTORS = List.of("act_1", "act_2", "act_3");

  private final RandomGenerator random;
  private Instant now = Instant.parse("2026-01-20T10:00:00Z");
  private int proposals;

  Walk(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  EnvironmentCommand next(Environment state) {
    now = now.plusSeconds(1);
    String actor = one(ACTORS);
    String rollout = rollout(state);
    String digest = digest(state, rollout);
    long token = random.nextInt(8) == 0 ? state.lease() - 1 : state.lease();
    return switch (random.nextInt(32)) {
      case 0, 1 -> propose(state, actor);
      case 2, 3, 25 -> approve(rollout, digest, actor);
      case 26 -> new WithdrawApproval(PROD, rollout, "seen too late", actor, actor, now);
      case 27 -> scheduleOrNot(state, actor);
      case 28 -> record(rollout, actor);
      case 29 -> new WaiveGate(PROD, rollout, one(GATES), "agreed", null, actor, now);
      case 30 -> emergency(rollout, actor);
      case 31 -> expireOrFill(state, actor);
      case 4 -> defer(rollout, actor);
      case 5 -> new RejectPlan(PROD, rollout, "no", null, null, actor, now);
      case 6 -> new InvalidatePlan(PROD, rollout, "moved", actor, now);
      case 7 -> new AbortRollout(PROD, rollout, "given up", actor, now);
      case 8, 9, 10 ->
          new StartApply(
              PROD,
              rollout,
              digest,
              circumstances(state),
              random.nextInt(4) == 0,
              "node",
              "manual",
              actor,
              now);
      case 11 -> new ResumeApply(PROD, rollout, "node", actor, now);
      case 12 -> new StartStage(PROD, rollout, token, "main", 1, true, List.of(1), actor, now);
      case 13 ->
          new CompleteStage(PROD, rollout, token, "main", 1, List.of(Wishes.ran(1, 3)), actor, now);
      case 14 -> fail(rollout, token, actor);
      case 15, 16 -> new SucceedApply(PROD, rollout, token, actor, now);
      case 17, 18 -> check(random.nextBoolean() ? rollout : null, actor);
      case 19, 20 -> new AdvanceRelease(PROD, rollout, actor, now);
      case 24 ->
          new AdoptPolicy(
              PROD,
              "sha256:policy" + proposals,
              "sha256:document",
              "development",
              random.nextInt(3),
              null,
              actor,
              now);
      case 21 -> freezeOrThaw(state, actor);
      case 22 -> movePointer(state, actor);
      default -> new RecordRefusedApply(PROD, null, "main", "unknown-ref", "no", actor, now);
    };
  }

  private ProposePlan propose(Environment state, String actor) {
    proposals++;
    SortedMap<String, String> base = state.lastKnown().isEmpty() ? schema() : state.lastKnown();
    return new ProposePlan(
        PROD,
        "rol_" + proposals,
        "sha256:plan" + proposals,
        "commit" + random.nextInt(3),
        "main",
        COMMITTED,
        base,
        schema(),
        SNAPSHOTS,
        "sha256:rehearsal",
        1,
        List.of(),
        false,
        state.policy() == null ? null : state.policy().policy(),
        0,
        null,
        new Terms(
            new TreeMap<>(random.nextInt(3) == 0 ? Map.of("group dba", 1) : Map.of()),
            false,
            random.nextInt(3) == 0 ? 1 : null,
            true,
            List.of(),
            null,
            random.nextInt(3) == 0 ? "fill in" : null),
        "manual",
        null,
        actor,
        now);
  }

  private static Circumstances circumstances(Environment state) {
    return Wishes.circumstances(Policy.undocumented(state.approvalsRequired()), state.rules());
  }

  private ApprovePlan approve(String rollout, String digest, String actor) {
    return new ApprovePlan(
        PROD,
        rollout,
        digest,
        null,
        List.of(Separation.REQUESTER_APPROVES),
        true,
        Set.of(actor),
        List.of(),
        random.nextBoolean() ? List.of("group dba") : List.of(),
        null,
        null,
        null,
        actor,
        now);
  }

  private EnvironmentCommand scheduleOrNot(Environment state, String actor) {
    String scheduled = anyThat(state, status -> status == RolloutStatus.SCHEDULED);
    return scheduled.equals(UNKNOWN) || random.nextBoolean()
        ? new ScheduleRollout(PROD, open(state), now.plusSeconds(60), "manual", null, actor, now)
        : new UnscheduleRollout(PROD, scheduled, "not now", actor, now);
  }

  private EnvironmentCommand record(String rollout, String actor) {
    return switch (random.nextInt(5)) {
      case 0 -> new LinkTicket(PROD, rollout, LinkKind.TICKET, "OPS-1", actor, now);
      case 1 -> new RecordTest(PROD, rollout, TestKind.SUITE, true, null, null, actor, now);
      case 2 -> new RecordNote(PROD, rollout, NoteKind.RECOVERY, "restore", null, actor, now);
      case 3 -> new CommentPlan(PROD, rollout, "looks odd", actor, now);
      default -> new RecordBackup(PROD, "s3://backups/1", now, true, null, null, actor, now);
    };
  }

  private EnvironmentCommand emergency(String rollout, String actor) {
    return random.nextBoolean()
        ? new DeclareEmergency(
            PROD, rollout, new Policy.Emergency(true, 1), "no time", null, actor, now)
        : new ReviewEmergency(PROD, rollout, random.nextBoolean(), "seen", actor, now);
  }

  private EnvironmentCommand expireOrFill(Environment state, String actor) {
    return random.nextBoolean()
        ? new ExpireRollout(
            PROD, anyThat(state, RolloutStatus::isApproved), actor, now.plusSeconds(7_200))
        : new RecordBackfill(
            PROD,
            anyThat(state, status -> status == RolloutStatus.BACKFILL_PENDING),
            random.nextBoolean(),
            3L,
            null,
            null,
            actor,
            now);
  }

  private String open(Environment state) {
    return anyThat(state, RolloutStatus::isOpen);
  }

  private String anyThat(Environment state, Predicate<RolloutStatus> which) {
    List<String> all = new ArrayList<>();
    state.rollouts().values().stream()
        .filter(rollout -> which.test(rollout.status()))
        .forEach(rollout -> all.add(rollout.id()));
    return all.isEmpty() ? UNKNOWN : one(all);
  }

  private DeferPlan defer(String rollout, String actor) {
    return new DeferPlan(PROD, rollout, "later", null, null, null, actor, now);
  }

  private FailApply fail(String rollout, long token, String actor) {
    return new FailApply(
        PROD, rollout, token, "main", 1, 1, "57014", "timeout", true, List.of(), schema(), actor,
        now);
  }

  private RecordDriftCheck check(@Nullable String rollout, String actor) {
    DriftCheck occasion = one(List.of(DriftCheck.values()));
    SortedMap<String, String> observed = schema();
    boolean clean = random.nextInt(3) > 0;
    return new RecordDriftCheck(
        PROD,
        rollout,
        occasion,
        clean ? observed : Names.at("fp:other"),
        observed,
        clean ? List.of() : List.of("a difference"),
        clean ? null : "sha256:report",
        actor,
        now);
  }

  private EnvironmentCommand freezeOrThaw(Environment state, String actor) {
    return state.freezeReason() == null && random.nextInt(3) == 0
        ? new FreezeEnvironment(PROD, "stop", actor, now)
        : new UnfreezeEnvironment(PROD, "go", actor, now);
  }

  private EnvironmentCommand movePointer(Environment state, String actor) {
    Release release = Release.ofCommit("shop", "commit9", COMMITTED, schema(), SNAPSHOTS);
    List<String> had = new ArrayList<>(state.releases().keySet());
    had.add("rel_unknown");
    return switch (random.nextInt(3)) {
      case 0 -> new BaselineEnvironment(PROD, release, null, actor, now);
      case 1 -> new AdoptRelease(PROD, release, ReleaseCause.PROMOTE, schema(), null, actor, now);
      default -> new RollBackRelease(PROD, one(had), "back", actor, now);
    };
  }

  /** Mostly the rollout that is underway, so that a walk gets somewhere. */
  private String rollout(Environment state) {
    if (state.underway().isPresent() && random.nextInt(4) > 0) {
      return state.underway().get().id();
    }
    List<String> known = new ArrayList<>(state.rollouts().keySet());
    known.add("rol_unknown");
    return one(known);
  }

  private String digest(Environment state, String rollout) {
    return random.nextInt(10) == 0
        ? "sha256:wrong"
        : state.rollout(rollout).map(r -> r.proposal().planDigest()).orElse("sha256:none");
  }

  private SortedMap<String, String> schema() {
    return Names.at(one(SCHEMAS));
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
