package dev.releaseledger.cli.service;

import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.ProjectionPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** Show how far projections are, and how they were last rebuilt and verified. */
@Command(
    name = "list",
    description = "Show how far projections are, and how they were last rebuilt and verified.")
final class ListProjections extends LedgerCommand {

  @Override
  protected ExitCode run(Session session) {
    session.screen().show(session.api().get(Resource.of("projections")), ProjectionPage::list);
    return ExitCode.DONE;
  }
}
