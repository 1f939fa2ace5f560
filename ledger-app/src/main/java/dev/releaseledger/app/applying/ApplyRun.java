package dev.releaseledger.app.applying;

import dev.releaseledger.app.port.DatabaseLease;
import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.app.port.StageOutcome;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentCommand.AppliedStatement;
import dev.releaseledger.domain.environment.EnvironmentCommand.CompleteStage;
import dev.releaseledger.domain.environment.EnvironmentCommand.FailApply;
import dev.releaseledger.domain.environment.EnvironmentCommand.StartStage;
import dev.releaseledger.domain.environment.EnvironmentCommand.SucceedApply;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import dev.releaseledger.domain.schema.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * One run of a plan's stages, from wherever the databases are.
 *
 * <p>The intent to run a stage is recorded before its first statement, its outcome after its
 * commit. Between the two a crash leaves open whether the commit happened; the rehearsal knows the
 * fingerprint after every stage, so reading the database answers it.
 */
@Component
class ApplyRun {

  private final Ledger ledger;
  private final Databases databases;
  private final Schemas schemas;
  private final Releasing releasing;
  private final ApplyObserver observer;
  private final LedgerSettings settings;
  private final Clock clock;

  ApplyRun(
      Ledger ledger,
      Databases databases,
      Schemas schemas,
      Releasing releasing,
      ApplyObserver observer,
      LedgerSettings settings,
      Clock clock) {
    this.ledger = ledger;
    this.databases = databases;
    this.schemas = schemas;
    this.releasing = releasing;
    this.observer = observer;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Runs what is left of a rollout, then checks and releases it.
   *
   * @param resumed whether another run came before this one, and may have left something behind
   */
  void run(EnvironmentId id, String rolloutId, long token, String actor, boolean resumed) {
    Environment environment = ledger.environment(id).orElseThrow();
    Rollout rollout = environment.rollout(rolloutId).orElseThrow();
    Plan plan = schemas.plan(rollout.proposal().planDigest());
    PlanRehearsal rehearsal = schemas.rehearsal(rollout.proposal().rehearsal());
    Run run = new Run(id, rollout, token, actor, resumed, plan, rehearsal);
    for (Map.Entry<String, SchemaPlan> entry : plan.connections().entrySet()) {
      String url = environment.connections().getOrDefault(entry.getKey(), "");
      if (!runConnection(run, entry.getKey(), url, entry.getValue())) {
        return;
      }
    }
    ledger.record(new SucceedApply(id, rolloutId, token, actor, clock.instant()));
    observer.reached(Point.APPLY_RECORDED, rolloutId, "");
    releasing.verifyAndRelease(id, rolloutId, actor, false);
  }

  private record Run(
      EnvironmentId id,
      Rollout rollout,
      long token,
      String actor,
      boolean resumed,
      Plan plan,
      PlanRehearsal rehearsal) {

    Whereabouts whereabouts(String connection, SchemaPlan schemaPlan) {
      return new Whereabouts(schemaPlan, rehearsal.afterStage(connection));
    }
  }

  private boolean runConnection(Run run, String connection, String url, SchemaPlan schemaPlan) {
    boolean begun = run.resumed();
    try (DatabaseLease lease =
        databases.lease(url, run.rollout().id(), settings.apply().leasePatience())) {
      observer.reached(Point.LEASE_TAKEN, run.rollout().id(), connection);
      // Whoever held the lease until now may have recorded stages since this run was begun.
      int completed = recorded(run).completedStages(connection);
      Whereabouts whereabouts = run.whereabouts(connection, schemaPlan);
      OptionalInt done = whereabouts.behind(completed, lease.read().fingerprint());
      if (done.isEmpty() && run.resumed()) {
        done = whereabouts.behindBrokenOff(completed, lease);
      }
      if (done.isEmpty()) {
        giveUp(run, connection, whereabouts, completed, lease);
        return false;
      }
      for (int stage = 1; stage <= schemaPlan.stages().size(); stage++) {
        if (stage <= completed) {
          continue;
        }
        begun = true;
        if (stage <= done.getAsInt()) {
          complete(run, connection, stage, schemaPlan.stages().get(stage - 1), List.of());
        } else if (!runStage(run, connection, stage, schemaPlan, lease)) {
          return false;
        }
      }
      return true;
    } catch (Refused refused) {
      if (begun) {
        // What is left behind is not known while the database cannot be read; another run finds
        // out.
        throw refused;
      }
      // Nothing was begun on this connection: an end that everybody can see beats a riddle.
      failBetweenStages(run, connection, refused.refusal().detail());
      return false;
    }
  }

  private boolean runStage(
      Run run, String connection, int number, SchemaPlan schemaPlan, DatabaseLease lease) {
    Stage stage = schemaPlan.stages().get(number - 1);
    announce(run, connection, number, stage);
    String where = connection + " stage " + number;
    StageOutcome outcome = lease.run(stage, new Points(observer, run.rollout().id(), where));
    return switch (outcome) {
      case StageOutcome.Committed committed -> {
        complete(run, connection, number, stage, committed.millis());
        yield true;
      }
      case StageOutcome.Failed failed -> {
        TakingBack back = TakingBack.of(schemaPlan, stage, lease);
        Fingerprint reached = lease.read().fingerprint();
        boolean undone =
            stage.takesBack().isEmpty()
                ? reached.equals(run.whereabouts(connection, schemaPlan).before(number))
                : back.whole();
        SortedMap<String, String> left = recordedState(run);
        left.put(connection, reached.value());
        fail(run, connection, number, back.told(failed), undone, back.steps(), left);
        yield false;
      }
      case StageOutcome.Unknown unknown ->
          throw new IllegalStateException(
              "the connection to %s was lost: %s".formatted(connection, unknown.message()));
    };
  }

  private void announce(Run run, String connection, int number, Stage stage) {
    ledger.record(
        new StartStage(
            run.id(),
            run.rollout().id(),
            run.token(),
            connection,
            number,
            stage.transactional(),
            stage.steps().stream().map(Step::number).toList(),
            run.actor(),
            clock.instant()));
    observer.reached(Point.STAGE_ANNOUNCED, run.rollout().id(), connection + " stage " + number);
  }

  /** Records a stage; without times it was found done after an interruption. */
  private void complete(Run run, String connection, int number, Stage stage, List<Long> millis) {
    List<AppliedStatement> statements = new ArrayList<>();
    for (int i = 0; i < stage.steps().size(); i++) {
      Step step = stage.steps().get(i);
      byte[] sql = step.sql().getBytes(StandardCharsets.UTF_8);
      statements.add(
          new AppliedStatement(
              step.number(),
              Fingerprint.ofBytes(sql).value(),
              millis.isEmpty() ? -1 : millis.get(i)));
    }
    ledger.record(
        new CompleteStage(
            run.id(),
            run.rollout().id(),
            run.token(),
            connection,
            number,
            statements,
            run.actor(),
            clock.instant()));
    observer.reached(Point.STAGE_RECORDED, run.rollout().id(), connection + " stage " + number);
  }

  private Rollout recorded(Run run) {
    return ledger.environment(run.id()).orElseThrow().rollout(run.rollout().id()).orElseThrow();
  }

  /** What the records say the databases were left at, by connection. */
  private SortedMap<String, String> recordedState(Run run) {
    Rollout rollout = recorded(run);
    SortedMap<String, String> left = new TreeMap<>();
    run.plan()
        .connections()
        .forEach((name, schemaPlan) -> {
          int next = rollout.completedStages(name) + 1;
          left.put(name, run.whereabouts(name, schemaPlan).before(next).value());
        });
    return left;
  }

  /** Ends the apply in a database that is at no state of the plan. */
  private void giveUp(
      Run run, String connection, Whereabouts whereabouts, int completed, DatabaseLease lease) {
    List<Stage> stages = whereabouts.plan().stages();
    List<Integer> takenBack = List.of();
    if (run.resumed() && completed < stages.size()) {
      // A run that was broken off while it took a failed change back may have left some of it.
      takenBack = TakingBack.of(whereabouts.plan(), stages.get(completed), lease).steps();
    }
    Fingerprint now = lease.read().fingerprint();
    SortedMap<String, String> left = recordedState(run);
    boolean back = now.equals(whereabouts.plan().base());
    if (back) {
      left.put(connection, now.value());
    }
    StageOutcome.Failed why = new StageOutcome.Failed(0, null, whereabouts.moved(now));
    fail(run, connection, 0, why, back, takenBack, left);
  }

  /** Ends the apply where no statement was being run. */
  private void failBetweenStages(Run run, String connection, String message) {
    StageOutcome.Failed nothing = new StageOutcome.Failed(0, null, message);
    fail(run, connection, 0, nothing, false, List.of(), recordedState(run));
  }

  private void fail(
      Run run,
      String connection,
      int stage,
      StageOutcome.Failed failed,
      boolean rolledBack,
      List<Integer> takenBack,
      SortedMap<String, String> left) {
    ledger.record(
        new FailApply(
            run.id(),
            run.rollout().id(),
            run.token(),
            connection,
            stage,
            failed.step(),
            failed.sqlState(),
            failed.message(),
            rolledBack,
            takenBack,
            left,
            run.actor(),
            clock.instant()));
  }
}
