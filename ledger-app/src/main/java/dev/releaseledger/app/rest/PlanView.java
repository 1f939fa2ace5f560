package dev.releaseledger.app.rest;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.plan.Undo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan on the wire. */
record PlanView(
    String project,
    String environment,
    String ref,
    @Nullable String requestedRef,
    String digest,
    boolean destructive,
    boolean blocked,
    int changes,
    List<ConnectionView> connections) {

  record ConnectionView(
      String name,
      String baseFingerprint,
      String targetFingerprint,
      List<FindingView> blockers,
      List<StageView> stages) {}

  record StageView(boolean transactional, List<StepView> steps) {}

  record StepView(
      int number,
      String object,
      String summary,
      String sql,
      String risk,
      boolean destructive,
      @Nullable String lock,
      long lockTimeoutMillis,
      long statementTimeoutMillis,
      List<FindingView> findings,
      @Nullable String undo,
      @Nullable String irreversible,
      @Nullable String requires) {}

  record FindingView(String rule, String object, String risk, String message, String remedy) {}

  static PlanView of(Plan plan, @Nullable String requestedRef) {
    return new PlanView(
        plan.project(),
        plan.environment(),
        plan.ref(),
        requestedRef,
        plan.digest().value(),
        !plan.destructiveSteps().isEmpty(),
        plan.blocked(),
        plan.connections().values().stream().mapToInt(p -> p.steps().size()).sum(),
        plan.connections().entrySet().stream().map(PlanView::connection).toList());
  }

  private static ConnectionView connection(Map.Entry<String, SchemaPlan> entry) {
    SchemaPlan plan = entry.getValue();
    return new ConnectionView(
        entry.getKey(),
        plan.base().value(),
        plan.target().value(),
        plan.blockers().stream().map(PlanView::finding).toList(),
        plan.stages().stream().map(PlanView::stage).toList());
  }

  private static StageView stage(Stage stage) {
    return new StageView(
        stage.transactional(), stage.steps().stream().map(PlanView::step).toList());
  }

  private static StepView step(Step step) {
    return new StepView(
        step.number(),
        step.object(),
        step.summary(),
        step.sql(),
        step.risk().name().toLowerCase(Locale.ROOT),
        step.destructive(),
        step.lock(),
        step.lockTimeoutMillis(),
        step.statementTimeoutMillis(),
        step.findings().stream().map(PlanView::finding).toList(),
        step.undo() instanceof Undo.Reversible reversible ? reversible.sql() : null,
        step.undo() instanceof Undo.Irreversible irreversible ? irreversible.reason() : null,
        step.destructive() ? "--force" : null);
  }

  private static FindingView finding(Finding finding) {
    return new FindingView(
        finding.rule(),
        finding.object(),
        finding.risk().name().toLowerCase(Locale.ROOT),
        finding.message(),
        finding.remedy());
  }
}
