package dev.releaseledger.cli.token;

import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.TokenPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Make a token worthless. */
@Command(name = "revoke", description = "Make a token worthless.")
final class RevokeToken extends LedgerCommand {
  @Parameters(paramLabel = "TOKEN-ID", description = "The token's id, as `token list` shows it.")
  private String id = "";

  @Override
  protected ExitCode run(Session session) {
    session.api().delete(Resource.of("tokens", id));
    session.screen().show(Json.object().put("revoked", id), TokenPage::revoked);
    return ExitCode.DONE;
  }
}
