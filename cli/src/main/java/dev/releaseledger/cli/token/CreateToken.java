package dev.releaseledger.cli.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.TokenPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Make a token for a person or a service. */
@Command(name = "create", description = "Make a token for a person or a service.")
final class CreateToken extends LedgerCommand {
  @Option(
      names = "--actor",
      required = true,
      paramLabel = "NAME",
      description = "Whose token it is; the name stands in every event.")
  private String actor = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "viewer|deployer|approver|admin",
      description = "What the actor may do.")
  private Role role = Role.viewer;

  @Override
  protected ExitCode run(Session session) {
    JsonNode token =
        session
            .api()
            .post(
                Resource.of("tokens"),
                Body.empty().with("actorName", actor).with("role", role.name()));
    session.screen().show(token, TokenPage::created);
    return ExitCode.DONE;
  }

  private enum Role {
    viewer,
    deployer,
    approver,
    admin
  }
}
