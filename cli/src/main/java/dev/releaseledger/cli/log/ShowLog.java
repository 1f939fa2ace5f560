package dev.releaseledger.cli.log;

import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.LogPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** Show which keys sign the log, and where it begins and ends. */
@Command(name = "show", description = "Show which keys sign the log, and where it begins and ends.")
final class ShowLog extends LedgerCommand {

  @Override
  protected ExitCode run(Session session) {
    session.screen().show(session.api().get(Resource.of("log")), LogPage::write);
    return ExitCode.DONE;
  }
}
