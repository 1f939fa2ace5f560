package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.Seed;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.diff.Difference;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Neighbourhood;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.Prediction;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of running a plan on a scratch copy of the schema it starts from. */
public sealed interface Rehearsal {

  /** In a plan of at most so many steps the schema is read between any two. */
  int CLOSE = 64;

  /** The plan arrives; what was measured on the way, and on the way back. */
  record Rehearsed(RehearsalReport report) implements Rehearsal {}

  /** The copy could not be made: what it lacks or has too much, compared with the base. */
  record DidNotBuild(List<Difference> differences) implements Rehearsal {}

  /** Every step ran, and the schema is not the declared one. */
  record DidNotArrive(List<Difference> differences) implements Rehearsal {}

  /**
   * A statement failed, of the plan or of making the copy.
   *
   * @param step its number in the plan, or 0 while the copy was being made
   */
  record StepFailed(int step, String sql, @Nullable String sqlState, String message)
      implements Rehearsal {}

  /**
   * The plan did not work on a copy with rows.
   *
   * @param rows where they are from
   */
  record FailedOnRows(String rows, Rehearsal failure) implements Rehearsal {}

  /**
   * Makes the neighbourhood of the change in an empty scratch database, from the model alone, and
   * runs the plan on it; the rest of the schema is known to stay as it is.
   */
  static Rehearsal near(Scratch scratch, Schema observed, SchemaPlan plan, Schema target)
      throws SQLException {
    return rehearse(scratch, Neighbourhood.of(observed, target), plan, target, List.of());
  }

  /** Makes the whole base in an empty scratch database, and runs the plan on it. */
  static Rehearsal whole(Scratch scratch, Schema observed, SchemaPlan plan, Schema target)
      throws SQLException {
    return onSeeds(scratch, observed, plan, target, List.of());
  }

  /**
   * Makes the whole base in an empty scratch database, with the rows of the first of these seeds
   * that runs there, and runs the plan on it.
   */
  static Rehearsal onSeeds(
      Scratch scratch, Schema observed, SchemaPlan plan, Schema target, List<Seed> seeds)
      throws SQLException {
    return rehearse(scratch, Neighbourhood.all(observed), plan, target, seeds);
  }

  private static Rehearsal rehearse(
      Scratch scratch, Neighbourhood near, SchemaPlan plan, Schema target, List<Seed> seeds)
      throws SQLException {
    Connection connection = scratch.connection();
    Roles.require(scratch, plan.steps(), near.base(), target);
    // The plan starts by dropping an index that was left invalid, which cannot be made so.
    Schema base = near.base().withIndexesBuilt();
    Privileges privileges = base.access().privileges();
    Rehearsal failure = copy(connection, base, plan.settings().serverVersion());
    if (failure != null) {
      return failure;
    }
    Sowing.Sown sown = Sowing.sow(connection, base, seeds);
    Moments moments = new Moments(base);
    Trial trial = new Trial(scratch, plan.steps().size() <= CLOSE, moments);
    List<Fingerprint> afterStage = new ArrayList<>();
    Schema reached = base;
    for (Stage stage : plan.stages()) {
      if (trial.run(stage) instanceof StageResult.Failed failed) {
        return onRows(sown, failed(plan, failed, failed.step()));
      }
      Step last = stage.steps().getLast();
      Schema known = moments.after(last);
      // What counts as arrival is what other sessions see.
      reached =
          known == null || stage == plan.stages().getLast()
              ? CatalogReader.reread(connection, privileges)
              : known;
      moments.after(last, reached);
      afterStage.add(near.whole(reached).fingerprint());
    }
    List<Difference> differences = Diff.differences(target, near.whole(reached));
    if (!differences.isEmpty()) {
      return onRows(sown, new DidNotArrive(differences));
    }
    WayBack wayBack = new WayBack(connection, moments);
    wayBack.prove(plan, reached);
    List<Finding> findings = new ArrayList<>(sown.findings());
    List<MeasuredStep> steps = measured(plan, trial, wayBack);
    findings.addAll(Prediction.differences(base, plan, steps));
    findings.addAll(wayBack.findings());
    return new Rehearsed(new RehearsalReport(afterStage, steps, findings, sown.rows()));
  }

  /** Makes a schema in an empty database from the model alone; answers with what went wrong. */
  static @Nullable Rehearsal copy(Connection empty, Schema base, int version) throws SQLException {
    SchemaPlan building = Planning.plan(Schema.empty(), base, PlanSettings.defaults().on(version));
    for (Stage stage : building.stages()) {
      if (StageRunner.run(empty, stage, StageListener.NONE) instanceof StageResult.Failed failed) {
        return failed(building, failed, 0);
      }
    }
    List<Difference> missed =
        Diff.differences(base, CatalogReader.reread(empty, base.access().privileges()));
    return missed.isEmpty() ? null : new DidNotBuild(missed);
  }

  private static Rehearsal onRows(Sowing.Sown sown, Rehearsal failure) {
    return sown.rows() == null ? failure : new FailedOnRows(sown.rows(), failure);
  }

  private static List<MeasuredStep> measured(SchemaPlan plan, Trial trial, WayBack wayBack) {
    List<MeasuredStep> steps = new ArrayList<>();
    for (Step step : plan.steps()) {
      steps.add(trial.measured(step).marked(step.number(), wayBack.mark(step)));
    }
    return steps;
  }

  private static StepFailed failed(SchemaPlan plan, StageResult.Failed failed, int number) {
    String sql =
        plan.steps().stream()
            .filter(step -> step.number() == failed.step())
            .map(Step::sql)
            .findFirst()
            .orElse("");
    return new StepFailed(number, sql, failed.sqlState(), failed.message());
  }
}
