package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.diff.Difference;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came of running a plan on a scratch copy of the schema it starts from. */
public sealed interface Rehearsal {

  /**
   * The plan arrives.
   *
   * @param afterStage the fingerprint of the schema after each of its stages
   * @param undo what its undo steps lead to
   */
  record Rehearsed(List<Fingerprint> afterStage, UndoProof undo) implements Rehearsal {}

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

  /** Makes the base in an empty scratch database from the model alone, and runs the plan on it. */
  static Rehearsal rehearse(
      Connection emptyScratch, Schema observed, SchemaPlan plan, Schema target)
      throws SQLException {
    Schema base = buildable(observed);
    SchemaPlan building = Planning.plan(Schema.empty(), base, PlanSettings.defaults());
    for (Stage stage : building.stages()) {
      if (StageRunner.run(emptyScratch, stage, StageListener.NONE)
          instanceof StageResult.Failed failed) {
        return failed(building, failed, 0);
      }
    }
    List<Difference> missed = Diff.differences(base, CatalogReader.read(emptyScratch));
    if (!missed.isEmpty()) {
      return new DidNotBuild(missed);
    }
    List<Fingerprint> afterStage = new ArrayList<>();
    Schema reached = base;
    for (Stage stage : plan.stages()) {
      if (StageRunner.run(emptyScratch, stage, StageListener.NONE)
          instanceof StageResult.Failed failed) {
        return failed(plan, failed, failed.step());
      }
      reached = CatalogReader.read(emptyScratch);
      afterStage.add(reached.fingerprint());
    }
    List<Difference> differences = Diff.differences(target, reached);
    return differences.isEmpty()
        ? new Rehearsed(afterStage, UndoRunner.prove(emptyScratch, plan, base))
        : new DidNotArrive(differences);
  }

  /** An index that was left invalid cannot be made so; the plan starts by dropping it anyway. */
  private static Schema buildable(Schema observed) {
    SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(observed.objects());
    objects.replaceAll((id, object) -> object instanceof Index index ? index.rebuilt() : object);
    return new Schema(objects, observed.dependencies(), observed.columnOrder(), observed.unread());
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
