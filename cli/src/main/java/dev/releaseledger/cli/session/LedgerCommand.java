package dev.releaseledger.cli.session;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command: says what it asks of the service, shows the answer, names the exit code. */
public abstract class LedgerCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** Does what the command is for. */
  protected abstract ExitCode run(Session session);

  /** Returns the formats its result can have; most have text and JSON. */
  protected Set<OutputFormat> formats() {
    return OutputFormat.COMMON;
  }

  @Override
  public final Integer call() {
    Program root = (Program) spec.root().userObject();
    Session session = root.open(spec);
    if (!formats().contains(session.format())) {
      String known = formats().stream().map(Enum::name).collect(Collectors.joining(", "));
      throw session.usage("the formats of this command are " + known);
    }
    return run(session).code();
  }
}
