package dev.releaseledger.domain.risk;

import dev.releaseledger.domain.plan.Draft;
import dev.releaseledger.domain.plan.Draft.DraftStage;
import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Planner;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The way in: drafts a plan and lets the rules judge it. */
public final class Planning {

  private Planning() {}

  /** The plan from one schema to another; the same input gives the same bytes. */
  public static SchemaPlan plan(Schema base, Schema target, PlanSettings settings) {
    Draft draft = Planner.draft(base, target, settings);
    RiskRules rules = new RiskRules(base, target);
    List<Stage> stages = new ArrayList<>();
    int number = 1;
    for (DraftStage stage : draft.stages()) {
      List<Step> steps = new ArrayList<>();
      for (DraftStep step : stage.steps()) {
        steps.add(judged(number++, step, rules.judge(step.operation()), settings));
      }
      stages.add(new Stage(stage.transactional(), steps));
    }
    List<Finding> blockers = draft.obstacles().stream().map(Obstacles::finding).toList();
    return new SchemaPlan(draft.base(), draft.target(), stages, blockers);
  }

  /** The script that makes a schema in a new database. */
  public static String script(Schema schema) {
    return plan(Schema.empty(), schema, PlanSettings.defaults()).steps().stream()
        .map(step -> step.sql() + ";\n")
        .collect(Collectors.joining("\n"));
  }

  private static Step judged(int number, DraftStep step, Verdict verdict, PlanSettings settings) {
    return new Step(
        number,
        step.operation().object().label(),
        step.summary(),
        step.sql(),
        verdict.lock(),
        settings.lockTimeoutMillis(),
        settings.statementTimeoutMillis(),
        verdict.risk(),
        verdict.destructive(),
        verdict.findings(),
        step.undo());
  }
}
