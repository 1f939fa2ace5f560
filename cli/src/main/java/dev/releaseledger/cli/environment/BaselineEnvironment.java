package dev.releaseledger.cli.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.ReleasePage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adopt the database as it is as the environment's first release. */
@Command(
    name = "baseline",
    description = "Adopt the database as it is as the environment's first release.")
final class BaselineEnvironment extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--ref",
      paramLabel = "REF",
      description = "The commit whose declared schema the database already has.")
  private @Nullable String ref;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    JsonNode release =
        session
            .api()
            .post(
                environment.resource(session, "baseline"),
                Body.empty().with("ref", ref).with("reason", reason));
    session.screen().show(release, ReleasePage::write);
    return ExitCode.DONE;
  }
}
