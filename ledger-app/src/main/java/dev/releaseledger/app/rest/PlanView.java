package dev.releaseledger.app.rest;

import dev.releaseledger.app.planning.Draft;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.plan.Undo;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.preflight.RowFindings;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.rehearsal.TakenLock;
import dev.releaseledger.domain.rehearsal.UndoMark;
import dev.releaseledger.domain.schema.Canonical;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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
    @Nullable String policy,
    List<VerdictView> verdicts,
    List<ConnectionView> connections) {

  record VerdictView(
      String connection,
      String change,
      String subject,
      String risk,
      String decision,
      @Nullable String blocker,
      String reason) {}

  record ConnectionView(
      String name,
      String baseFingerprint,
      String targetFingerprint,
      List<FindingView> blockers,
      List<FindingView> notes,
      List<StageView> stages,
      @Nullable RehearsalView rehearsal,
      @Nullable PreflightView preflight) {}

  record StageView(boolean transactional, List<StepView> steps, List<Integer> takesBack) {}

  record StepView(
      int number,
      String object,
      String summary,
      String sql,
      String risk,
      boolean destructive,
      @Nullable String lock,
      boolean rewrites,
      boolean scans,
      long lockTimeoutMillis,
      long statementTimeoutMillis,
      int attempts,
      List<FindingView> findings,
      @Nullable String undo,
      @Nullable String irreversible,
      @Nullable String requires,
      @Nullable String undoMark,
      @Nullable String undoReason,
      @Nullable MeasuredView measured) {}

  record MeasuredView(
      long millis, List<TakenLock> locks, List<String> rewrites, List<String> scans) {}

  record RehearsalView(@Nullable String rows, List<FindingView> findings) {}

  record FindingView(
      String rule,
      String object,
      String risk,
      String message,
      String remedy,
      @Nullable String severity) {}

  /** What is known of a connection's part besides the plan. */
  private record Known(@Nullable RehearsalReport report, Preflight rows) {

    @Nullable MeasuredStep measured(Step step) {
      return report == null ? null : report.step(step.number());
    }
  }

  /** A plan as it was made, with what its databases say about their rows. */
  static PlanView of(Draft draft, @Nullable PlanRehearsal rehearsal) {
    return of(draft.plan(), draft.requestedRef(), rehearsal, draft.rows(), draft.review());
  }

  /** A plan with what its rehearsal showed, if it was rehearsed, and what the policy said to it. */
  static PlanView of(
      Plan plan,
      @Nullable String requestedRef,
      @Nullable PlanRehearsal rehearsal,
      @Nullable PolicyReview review) {
    return of(
        plan,
        requestedRef,
        rehearsal,
        rehearsal == null ? new TreeMap<>() : rehearsal.rows(),
        review);
  }

  private static PlanView of(
      Plan plan,
      @Nullable String requestedRef,
      @Nullable PlanRehearsal rehearsal,
      SortedMap<String, Preflight> rows,
      @Nullable PolicyReview review) {
    return new PlanView(
        plan.project(),
        plan.environment(),
        plan.ref(),
        requestedRef,
        plan.digest().value(),
        !plan.destructiveSteps().isEmpty(),
        plan.blocked(),
        plan.connections().values().stream().mapToInt(p -> p.steps().size()).sum(),
        plan.policy(),
        verdicts(review),
        plan.connections().entrySet().stream()
            .map(entry ->
                connection(
                    entry.getKey(),
                    entry.getValue(),
                    new Known(
                        rehearsal == null ? null : rehearsal.of(entry.getKey()),
                        rows.getOrDefault(entry.getKey(), Preflight.NONE))))
            .toList());
  }

  private static List<VerdictView> verdicts(@Nullable PolicyReview review) {
    List<VerdictView> views = new ArrayList<>();
    if (review != null) {
      review
          .connections()
          .forEach((connection, verdicts) ->
              verdicts
                  .verdicts()
                  .forEach(it ->
                      views.add(
                          new VerdictView(
                              connection,
                              it.change(),
                              it.subject(),
                              it.risk().name().toLowerCase(Locale.ROOT),
                              it.decision().word(),
                              it.blocker(),
                              it.reason()))));
    }
    return views;
  }

  private static ConnectionView connection(String name, SchemaPlan plan, Known known) {
    RehearsalReport report = known.report();
    return new ConnectionView(
        name,
        plan.base().value(),
        plan.target().value(),
        plan.blockers().stream().map(PlanView::finding).toList(),
        plan.notes().stream().map(PlanView::finding).toList(),
        plan.stages().stream().map(stage -> stage(stage, known)).toList(),
        report == null
            ? null
            : new RehearsalView(
                report.rows(), report.findings().stream().map(PlanView::finding).toList()),
        PreflightView.of(known.rows()));
  }

  private static StageView stage(Stage stage, Known known) {
    return new StageView(
        stage.transactional(),
        stage.steps().stream().map(step -> step(step, known)).toList(),
        stage.takesBack());
  }

  private static StepView step(Step step, Known known) {
    MeasuredStep measured = known.measured(step);
    return new StepView(
        step.number(),
        step.object(),
        step.summary(),
        step.sql(),
        step.risk().name().toLowerCase(Locale.ROOT),
        step.destructive(),
        step.lock(),
        step.rewrites(),
        step.scans(),
        step.lockTimeoutMillis(),
        step.statementTimeoutMillis(),
        step.retries().attempts(),
        Stream.concat(
                step.findings().stream(), RowFindings.of(known.rows(), step.number()).stream())
            .map(PlanView::finding)
            .toList(),
        undo(step.undo()),
        step.undo() instanceof Undo.Irreversible irreversible ? irreversible.reason() : null,
        step.destructive() ? "--force" : null,
        measured == null ? null : Canonical.kind(measured.undo().getClass()),
        measured == null ? lost(step.undo()) : reason(measured.undo()),
        measured == null
            ? null
            : new MeasuredView(
                measured.millis(), measured.locks(), measured.rewrites(), measured.scans()));
  }

  private static @Nullable String undo(Undo undo) {
    return switch (undo) {
      case Undo.Reversible(String sql) -> sql;
      case Undo.ReversibleWithDataLoss(String sql, String lost) -> sql;
      case Undo.Irreversible irreversible -> null;
    };
  }

  private static @Nullable String lost(Undo undo) {
    return undo instanceof Undo.ReversibleWithDataLoss(String sql, String lost) ? lost : null;
  }

  private static @Nullable String reason(UndoMark mark) {
    return switch (mark) {
      case UndoMark.Reversible reversible -> null;
      case UndoMark.ReversibleWithDataLoss(String lost) -> lost;
      case UndoMark.Irreversible(String reason) -> reason;
    };
  }

  static FindingView finding(Finding finding) {
    return new FindingView(
        finding.rule(),
        finding.object(),
        finding.risk().name().toLowerCase(Locale.ROOT),
        finding.message(),
        finding.remedy(),
        finding.severity() == null ? null : finding.severity().word());
  }
}
