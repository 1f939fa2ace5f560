package dev.releaseledger.cli.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.EnvironmentPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Show an environment. */
@Command(name = "show", description = "Show an environment.")
final class ShowEnvironment extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Override
  protected ExitCode run(Session session) {
    JsonNode shown = session.api().get(environment.resource(session));
    session
        .screen()
        .show(shown, (answer, page) -> EnvironmentPage.write(answer, project(session), page));
    return ExitCode.DONE;
  }

  // A frozen project freezes its environments, which do not say so themselves.
  private JsonNode project(Session session) {
    return session.api().get(Resource.of("projects", environment.project(session)));
  }
}
