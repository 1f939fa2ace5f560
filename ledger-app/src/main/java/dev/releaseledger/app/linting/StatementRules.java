package dev.releaseledger.app.linting;

import dev.releaseledger.app.linting.Lint.Judged;
import dev.releaseledger.app.port.TriedStatement;
import dev.releaseledger.app.port.TriedStatement.Outcome;
import dev.releaseledger.domain.lint.Linting;
import dev.releaseledger.domain.lint.Statement;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.risk.rule.RuleCatalog;
import dev.releaseledger.domain.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Has the rules judge what came of each statement of a script. */
final class StatementRules {

  private static final String CANNOT_RUN_IN_TRANSACTION = "25001";

  private final Linting linting;

  StatementRules(Schema start, int majorVersion) {
    this.linting = new Linting(start, majorVersion);
  }

  Judged judged(TriedStatement tried) {
    List<Finding> findings = new ArrayList<>();
    switch (tried.outcome()) {
      case Outcome.Ran ran ->
          findings.addAll(
              linting.judge(
                  new Statement(tried.sql(), tried.lockTimeoutMillis(), ran.held()),
                  ran.before(),
                  ran.after(),
                  ran.measured()));
      case Outcome.Failed failed -> findings.add(fails(tried, failed));
      case Outcome.LeftOut _ -> {}
    }
    if (tried.leavesOpen()) {
      findings.add(leavesOpen(tried));
    }
    return new Judged(tried, findings);
  }

  private static Finding fails(TriedStatement tried, Outcome.Failed failed) {
    if (CANNOT_RUN_IN_TRANSACTION.equals(failed.sqlState())) {
      return RuleCatalog.NOT_IN_TRANSACTION.finding(
          place(tried),
          "the statement fails, and its transaction with it: " + failed.message(),
          "Take it out of the transaction.");
    }
    String state = failed.sqlState() == null ? "" : " (SQLSTATE " + failed.sqlState() + ")";
    return RuleCatalog.STATEMENT_FAILS.finding(
        place(tried),
        "the statement fails on a copy of the schema: " + failed.message() + state,
        failed.hint() == null ? "Correct the script." : failed.hint());
  }

  private static Finding leavesOpen(TriedStatement tried) {
    return RuleCatalog.TRANSACTION_LEFT_OPEN.finding(
        place(tried),
        "the script ends within a transaction, and all that is in it is rolled back",
        "End the transaction with COMMIT.");
  }

  private static String place(TriedStatement tried) {
    return "statement at " + tried.file() + ":" + tried.line();
  }
}
