package dev.releaseledger.cli.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.EnvironmentPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Let nothing be applied to the environment. */
@Command(name = "freeze", description = "Let nothing be applied to the environment.")
final class FreezeEnvironment extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  protected ExitCode run(Session session) {
    JsonNode changed =
        session
            .api()
            .post(environment.resource(session, "freeze"), Body.empty().with("reason", reason));
    session.screen().show(changed, EnvironmentPage::write);
    return ExitCode.DONE;
  }
}
