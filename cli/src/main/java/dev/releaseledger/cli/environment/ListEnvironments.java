package dev.releaseledger.cli.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.EnvironmentPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ProjectOption;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** List a project's environments in order of promotion. */
@Command(name = "list", description = "List a project's environments in order of promotion.")
final class ListEnvironments extends LedgerCommand {
  @Mixin private final ProjectOption project = new ProjectOption();

  @Override
  protected ExitCode run(Session session) {
    String name = project.in(session);
    JsonNode environments = session.api().get(Resource.of("projects", name, "environments"));
    session.screen().show(environments, EnvironmentPage::list);
    return ExitCode.DONE;
  }
}
