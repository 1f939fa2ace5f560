package dev.releaseledger.cli.demo;

import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** Placeholder. */
@Command(name = "demo")
public final class Demo extends LedgerCommand {
  @Override
  protected ExitCode run(Session session) {
    return ExitCode.DONE;
  }
}
