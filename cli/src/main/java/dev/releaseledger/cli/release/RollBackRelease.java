package dev.releaseledger.cli.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.ReleasePage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Point an environment back at an earlier release; its database is left alone. */
@Command(
    name = "rollback",
    description = "Point an environment back at an earlier release; its database is left alone.")
final class RollBackRelease extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--to-release-id",
      required = true,
      paramLabel = "RELEASE",
      description = "The release to point at.")
  private String releaseId = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  protected ExitCode run(Session session) {
    JsonNode release =
        session
            .api()
            .post(
                environment.resource(session, "rollback"),
                Body.empty().with("to", releaseId).with("reason", reason));
    session.screen().show(release, ReleasePage::write);
    return ExitCode.DONE;
  }
}
