package dev.releaseledger.cli.environment;

import com.fasterxml.jackson.databind.JsonNode;
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
    session.screen().show(shown, EnvironmentPage::write);
    return ExitCode.DONE;
  }
}
