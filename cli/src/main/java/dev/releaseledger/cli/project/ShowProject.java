package dev.releaseledger.cli.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.ProjectPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ProjectOption;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Show a project. */
@Command(name = "show", description = "Show a project.")
final class ShowProject extends LedgerCommand {
  @Mixin private final ProjectOption project = new ProjectOption();

  @Override
  protected ExitCode run(Session session) {
    String name = project.in(session);
    JsonNode shown = session.api().get(Resource.of("projects", name));
    session
        .screen()
        .show(
            shown,
            (project, page) -> ProjectPage.write(project, environments(name, session), page));
    return ExitCode.DONE;
  }

  private static JsonNode environments(String name, Session session) {
    return session.api().get(Resource.of("projects", name, "environments"));
  }
}
