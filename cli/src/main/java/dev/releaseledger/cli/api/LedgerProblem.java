package dev.releaseledger.cli.api;

/** Ends a command with a problem; the one exception commands are expected to end with. */
public final class LedgerProblem extends RuntimeException {
  private final transient Problem problem;

  /** Creates the end of a command. */
  public LedgerProblem(Problem problem) {
    super(problem.title());
    this.problem = problem;
  }

  /** Returns what went wrong. */
  public Problem problem() {
    return problem;
  }
}
