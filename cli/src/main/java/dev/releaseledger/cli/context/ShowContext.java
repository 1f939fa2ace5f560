package dev.releaseledger.cli.context;

import dev.releaseledger.cli.render.ContextPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** Show what holds for the next command; never the token. */
@Command(name = "show", description = "Show what holds for the next command; never the token.")
final class ShowContext extends LedgerCommand {
  @Override
  protected ExitCode run(Session session) {
    session.screen().show(CurrentContext.of(session), ContextPage::write);
    return ExitCode.DONE;
  }
}
