package dev.releaseledger.cli.actor;

import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.AccessPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** List the actors. */
@Command(name = "list", description = "List the actors, their addresses and their groups.")
final class ListActors extends LedgerCommand {
  @Override
  protected ExitCode run(Session session) {
    session.screen().show(session.api().get(Resource.of("actors")), AccessPage::actors);
    return ExitCode.DONE;
  }
}
