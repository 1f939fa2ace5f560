package dev.releaseledger.domain.record;

import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.EnvironmentCreated;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.StageStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.preflight.RowCheck;
import dev.releaseledger.domain.preflight.TableSize;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.rehearsal.TakenLock;
import dev.releaseledger.domain.rehearsal.UndoMark;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The story of one rollout of shop/prod, told event by event, a minute between two. */
public final class Told {

  public static final String ROLLOUT = "rol_1";
  public static final String ALICE = "act_alice";
  public static final String BOB = "act_bob";
  public static final String BASE_DIGEST = "sha256:base";
  public static final String TARGET_DIGEST = "sha256:target";

  private static final Instant START = Instant.parse("2026-01-20T10:00:00Z");
  private static final String COMMIT = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";

  private final List<EnvironmentEvent> events = new ArrayList<>();
  private final Schema base;
  private final Schema target;
  private final SchemaPlan plan;

  public Told(Schema base, Schema target) {
    this.base = base;
    this.target = target;
    this.plan = Planning.plan(base, target, PlanSettings.defaults());
    and(new EnvironmentCreated("shop", "prod", at("jdbc:postgresql://db/shop"), 1, ALICE, time()));
  }

  /** What comes next. */
  public Told and(EnvironmentEvent... next) {
    events.addAll(Arrays.asList(next));
    return this;
  }

  /** The time of the next event. */
  public Instant time() {
    return START.plusSeconds(60L * events.size());
  }

  public Plan plan() {
    return new Plan("shop", "prod", COMMIT, "sha256:policy", new TreeMap<>(Map.of("main", plan)));
  }

  /** The environment is at the schema that the plan starts from. */
  public Told baselined() {
    return and(advanced(base, BASE_DIGEST, ReleaseCause.BASELINE, null));
  }

  public Told proposed(String reason) {
    return and(
        new PlanProposed(
            "shop",
            "prod",
            ROLLOUT,
            plan().digest().value(),
            COMMIT,
            "v2",
            START.minusSeconds(3_600),
            at(base.fingerprint().value()),
            at(target.fingerprint().value()),
            at(TARGET_DIGEST),
            "sha256:rehearsal",
            plan.steps().size(),
            plan.destructiveSteps().stream().map(Step::summary).toList(),
            !plan.destructiveSteps().isEmpty(),
            1,
            null,
            new Terms(
                new TreeMap<>(), false, null, true, List.of(ALICE), "sha256:impact", "the names"),
            "pipeline",
            reason,
            ALICE,
            time()));
  }

  public Told approved(String actor) {
    return and(
        new PlanApproved(
            "shop",
            "prod",
            ROLLOUT,
            plan().digest().value(),
            "looks right",
            List.of("group dba"),
            true,
            "PR 12",
            "meeting",
            null,
            actor,
            time()));
  }

  /** Every stage of the plan runs and is found right. */
  public Told ran() {
    for (int i = 0; i < plan.stages().size(); i++) {
      List<Integer> steps = plan.stages().get(i).steps().stream().map(Step::number).toList();
      and(
          new StageStarted(
              "shop",
              "prod",
              ROLLOUT,
              "main",
              i + 1,
              plan.stages().get(i).transactional(),
              steps,
              ALICE,
              time()));
      for (int step : steps) {
        and(
            new StatementApplied(
                "shop",
                "prod",
                ROLLOUT,
                "main",
                i + 1,
                step,
                "sha256:sql" + step,
                3,
                ALICE,
                time()));
      }
    }
    return and(new ApplySucceeded("shop", "prod", ROLLOUT, ALICE, time()))
        .and(
            new DriftCheckPassed(
                "shop",
                "prod",
                ROLLOUT,
                DriftCheck.POST_APPLY,
                at(target.fingerprint().value()),
                ALICE,
                time()));
  }

  public Told released() {
    return and(advanced(target, TARGET_DIGEST, ReleaseCause.APPLY, ROLLOUT));
  }

  /** The pointer of the environment moves to a schema. */
  public ReleaseAdvanced advanced(
      Schema schema, String digest, ReleaseCause cause, @Nullable String rollout) {
    return new ReleaseAdvanced(
        "shop",
        "prod",
        "rel_" + events.size(),
        COMMIT,
        at(schema.fingerprint().value()),
        at(digest),
        cause,
        rollout,
        null,
        null,
        ALICE,
        time());
  }

  public Dossier dossier() {
    return dossier(null);
  }

  /** All that there is about the rollout, with what a policy said to it. */
  public Dossier dossier(@Nullable PolicyReview review) {
    List<Entry> stream = new ArrayList<>();
    for (EnvironmentEvent event : events) {
      String name = name(event);
      stream.add(
          new Entry(stream.size() + 100L, name, event, "let it be " + name.replace('-', ' ')));
    }
    return new Dossier(
        ROLLOUT,
        stream,
        plan(),
        rehearsal(),
        review,
        Impact.of(base, target, plan, _ -> OptionalLong.of(5)).rehearsed(1_234),
        actor -> actor.replace("act_", ""));
  }

  private PlanRehearsal rehearsal() {
    List<MeasuredStep> measured =
        plan.steps().stream()
            .map(step ->
                new MeasuredStep(
                    step.number(),
                    step.number(),
                    List.of(new TakenLock("public.customers", "ACCESS EXCLUSIVE")),
                    List.of(),
                    List.of(),
                    step.destructive()
                        ? new UndoMark.ReversibleWithDataLoss("the values of fax")
                        : new UndoMark.Reversible()))
            .toList();
    Preflight rows =
        new Preflight(
            List.of(new TableSize("public.customers", 1_500, 204_800)),
            List.of(
                new RowCheck(
                    1,
                    "column public.customers.fax",
                    "rows whose fax is lost",
                    false,
                    7,
                    false,
                    false,
                    List.of("1"),
                    null)));
    return new PlanRehearsal(
        new TreeMap<>(
            Map.of(
                "main", new RehearsalReport(List.of(), measured, List.of(), "db/prod.seed.sql"))),
        new TreeMap<>(Map.of("main", rows)));
  }

  /** A value for the environment's one connection. */
  public static SortedMap<String, String> at(String value) {
    return new TreeMap<>(Map.of("main", value));
  }

  private static String name(EnvironmentEvent event) {
    return event
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
