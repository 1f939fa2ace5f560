package dev.releaseledger.cli.session;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command: says what it asks of the service, shows the answer, names the exit code. */
public abstract class LedgerCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** Does what the command is for. */
  protected abstract ExitCode run(Session session);

  @Override
  public final Integer call() {
    Program root = (Program) spec.root().userObject();
    return run(root.open(spec)).code();
  }
}
