package dev.releaseledger.cli.context;

import dev.releaseledger.cli.render.ContextPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** Forget every setting. */
@Command(name = "clear", description = "Forget every setting.")
final class ClearContext extends LedgerCommand {
  @Override
  protected ExitCode run(Session session) {
    session.contextFile().delete();
    session.screen().show(CurrentContext.of(session), ContextPage::write);
    return ExitCode.DONE;
  }
}
