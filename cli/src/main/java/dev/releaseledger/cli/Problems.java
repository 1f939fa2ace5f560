package dev.releaseledger.cli;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.Program;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns whatever ends a command into a message and an exit code; the only place that does. */
final class Problems implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parsed) {
    Problem problem =
        exception instanceof LedgerProblem ledger ? ledger.problem() : fault(exception);
    Program root = (Program) command.getCommandSpec().root().userObject();
    root.open(command.getCommandSpec()).screen().show(problem);
    return ExitCode.ofCategory(problem.category()).code();
  }

  private static Problem fault(Exception exception) {
    StackTraceElement[] trace = exception.getStackTrace();
    return Problem.of(
        "fault-in-ledgerctl",
        "fault",
        "ledgerctl failed in a way it should not",
        exception + (trace.length == 0 ? "" : " at " + trace[0]),
        "Please report this message; nothing is known about whether the command took effect.");
  }
}
