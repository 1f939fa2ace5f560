package dev.releaseledger.cli.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.TokenPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** Show who the service takes you for. */
@Command(name = "whoami", description = "Show who the service takes you for.")
public final class WhoAmI extends LedgerCommand {
  @Override
  protected ExitCode run(Session session) {
    JsonNode actor = session.api().get(Resource.of("whoami"));
    session.screen().show(actor, TokenPage::whoami);
    return ExitCode.DONE;
  }
}
