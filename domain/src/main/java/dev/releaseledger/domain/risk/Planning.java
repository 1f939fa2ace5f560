package dev.releaseledger.domain.risk;

import dev.releaseledger.domain.plan.Draft;
import dev.releaseledger.domain.plan.Draft.DraftStage;
import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Planner;
import dev.releaseledger.domain.plan.Renaming;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.cost.Lock;
import dev.releaseledger.domain.risk.rule.RuleCatalog;
import dev.releaseledger.domain.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The way in: drafts a plan and lets the rules judge it. */
public final class Planning {

  private Planning() {}

  /** The plan from one schema to another; the same input gives the same bytes. */
  public static SchemaPlan plan(Schema base, Schema target, PlanSettings settings) {
    Draft draft = Planner.draft(base, target, settings);
    Context context = new Context(base, target, settings);
    List<Stage> stages = new ArrayList<>();
    int number = 1;
    for (DraftStage stage : draft.stages()) {
      List<Step> steps = new ArrayList<>();
      for (DraftStep step : stage.steps()) {
        steps.add(judged(number++, step, Verdict.on(step.operation(), context), settings));
      }
      stages.add(new Stage(stage.transactional(), steps, stage.takesBack()));
    }
    List<Finding> blockers = draft.obstacles().stream().map(RuleCatalog::about).toList();
    return new SchemaPlan(
        draft.base(), draft.target(), settings, stages, blockers, notes(draft, context));
  }

  /**
   * The plan from one schema to another, where it is known which tables have no rows.
   *
   * <p>What makes no difference to the steps is left out of the settings, and so of the digest: a
   * first row in a table then leaves a plan as it is that takes the same way with or without it.
   */
  public static SchemaPlan plan(
      Schema base, Schema target, PlanSettings settings, SortedSet<String> emptyTables) {
    SchemaPlan careful = plan(base, target, settings);
    if (emptyTables.isEmpty()) {
      return careful;
    }
    SchemaPlan quick = plan(base, target, settings.knowingEmpty(emptyTables));
    return quick.stages().equals(careful.stages()) && quick.blockers().equals(careful.blockers())
        ? careful
        : quick;
  }

  /**
   * The plan that first renames, in a stage of its own, and goes on from there.
   *
   * @param observed what the database is
   * @param renamed what it is after the renames
   */
  public static SchemaPlan plan(
      Schema observed,
      Renaming renaming,
      Schema renamed,
      Schema target,
      PlanSettings settings,
      SortedSet<String> emptyTables) {
    SchemaPlan rest = plan(renamed, target, settings, emptyTables);
    Context context = new Context(observed, target, settings);
    List<Stage> stages = new ArrayList<>();
    List<Step> renames = new ArrayList<>();
    for (DraftStep step : renaming.steps()) {
      Verdict verdict = Verdict.on(step.operation(), context);
      renames.add(judged(renames.size() + 1, step, verdict, settings));
    }
    if (!renames.isEmpty()) {
      stages.add(new Stage(true, renames));
    }
    rest.stages().forEach(stage -> stages.add(stage.behind(renames.size())));
    List<Finding> blockers = new ArrayList<>(rest.blockers());
    renaming.conflicts().stream().map(RuleCatalog::about).forEach(blockers::add);
    return new SchemaPlan(
        observed.fingerprint(), rest.target(), rest.settings(), stages, blockers, rest.notes());
  }

  /** The script that makes a schema in a new database. */
  public static String script(Schema schema) {
    return plan(Schema.empty(), schema, PlanSettings.defaults()).steps().stream()
        .map(step -> step.sql() + ";\n")
        .collect(Collectors.joining("\n"));
  }

  private static List<Finding> notes(Draft draft, Context context) {
    List<Operation> operations =
        draft.stages().stream()
            .flatMap(stage -> stage.steps().stream())
            .map(DraftStep::operation)
            .toList();
    return RuleCatalog.planRules().stream()
        .flatMap(rule -> rule.judge(operations, context).stream())
        .toList();
  }

  private static Step judged(int number, DraftStep step, Verdict verdict, PlanSettings settings) {
    Lock lock = verdict.cost().lock();
    Patience patience = Patience.with(step.operation(), settings);
    return new Step(
        number,
        step.operation().object().label(),
        step.summary(),
        step.sql(),
        lock == null ? null : lock.sql(),
        verdict.cost().rewrites(),
        verdict.cost().scans(),
        patience.lockTimeoutMillis(),
        patience.statementTimeoutMillis(),
        settings.retries(),
        verdict.risk(),
        verdict.destructive(),
        verdict.findings(),
        step.undo());
  }
}
