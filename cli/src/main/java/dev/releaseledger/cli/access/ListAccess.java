package dev.releaseledger.cli.access;

import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.AccessPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** List what is granted. */
@Command(name = "list", description = "List what is granted.")
final class ListAccess extends LedgerCommand {
  @Override
  protected ExitCode run(Session session) {
    session.screen().show(session.api().get(Resource.of("bindings")), AccessPage::bindings);
    return ExitCode.DONE;
  }
}
