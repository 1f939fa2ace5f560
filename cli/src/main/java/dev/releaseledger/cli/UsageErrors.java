package dev.releaseledger.cli;

import dev.releaseledger.cli.session.ExitCode;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a command line that makes no sense: what is wrong, what was meant, where help is. */
final class UsageErrors implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    err.print("error: " + exception.getMessage() + "\n");
    boolean unused = UnmatchedArgumentException.printSuggestions(exception, err);
    err.print("see `" + command.getCommandSpec().qualifiedName() + " --help`\n");
    err.flush();
    return ExitCode.USAGE.code();
  }
}
