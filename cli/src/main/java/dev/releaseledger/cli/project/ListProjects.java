package dev.releaseledger.cli.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.ProjectPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** List the projects. */
@Command(name = "list", description = "List the projects.")
final class ListProjects extends LedgerCommand {
  @Override
  protected ExitCode run(Session session) {
    JsonNode projects = session.api().get(Resource.of("projects"));
    session.screen().show(projects, ProjectPage::list);
    return ExitCode.DONE;
  }
}
