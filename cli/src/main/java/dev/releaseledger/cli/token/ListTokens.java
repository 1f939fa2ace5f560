package dev.releaseledger.cli.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.TokenPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** List the tokens; never the tokens themselves. */
@Command(name = "list", description = "List the tokens; never the tokens themselves.")
final class ListTokens extends LedgerCommand {
  @Override
  protected ExitCode run(Session session) {
    JsonNode tokens = session.api().get(Resource.of("tokens"));
    session.screen().show(tokens, TokenPage::list);
    return ExitCode.DONE;
  }
}
