package dev.releaseledger.app.rest;

import dev.releaseledger.app.linting.Lint;
import dev.releaseledger.app.port.TriedStatement;
import dev.releaseledger.app.port.TriedStatement.Outcome;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.TakenLock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What scripts would do, on the wire. */
record LintView(
    String project,
    String environment,
    String connection,
    int serverVersion,
    String baseFingerprint,
    String risk,
    List<String> missing,
    List<StatementView> statements) {

  record StatementView(
      String file,
      int line,
      String sql,
      String status,
      boolean inTransaction,
      long lockTimeoutMillis,
      String risk,
      List<TakenLock> held,
      @Nullable MeasuredView measured,
      @Nullable FailureView failure,
      @Nullable String leftOut,
      List<PlanView.FindingView> findings) {}

  record MeasuredView(
      long millis, List<TakenLock> locks, List<String> rewrites, List<String> scans) {}

  record FailureView(int line, @Nullable String sqlState, String message, @Nullable String hint) {}

  static LintView of(Lint lint) {
    return new LintView(
        lint.environment().project(),
        lint.environment().environment(),
        lint.connection(),
        lint.majorVersion(),
        lint.base().value(),
        word(
            lint.statements().stream().map(Lint.Judged::risk).reduce(Risk.METADATA_ONLY, Risk::or)),
        lint.missing().stream()
            .map(unread -> unread.kind() + " " + unread.name() + " (" + unread.reason() + ")")
            .toList(),
        lint.statements().stream().map(LintView::statement).toList());
  }

  private static StatementView statement(Lint.Judged judged) {
    TriedStatement tried = judged.statement();
    Outcome outcome = tried.outcome();
    return new StatementView(
        tried.file(),
        tried.line(),
        tried.sql(),
        switch (outcome) {
          case Outcome.Ran _ -> "ran";
          case Outcome.Failed _ -> "failed";
          case Outcome.LeftOut _ -> "left_out";
        },
        tried.inTransaction(),
        tried.lockTimeoutMillis(),
        word(judged.risk()),
        outcome instanceof Outcome.Ran ran ? ran.held() : List.of(),
        outcome instanceof Outcome.Ran ran ? measured(ran.measured()) : null,
        outcome instanceof Outcome.Failed failed ? failure(failed) : null,
        outcome instanceof Outcome.LeftOut(String why) ? why : null,
        judged.findings().stream().map(PlanView::finding).toList());
  }

  private static MeasuredView measured(MeasuredStep step) {
    return new MeasuredView(step.millis(), step.locks(), step.rewrites(), step.scans());
  }

  private static FailureView failure(Outcome.Failed failed) {
    return new FailureView(failed.line(), failed.sqlState(), failed.message(), failed.hint());
  }

  private static String word(Risk risk) {
    return risk.name().toLowerCase(Locale.ROOT);
  }
}
