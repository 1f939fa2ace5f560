package dev.releaseledger.cli.token;

import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.TokenPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Make a token worthless. */
@Command(name = "revoke", description = "Make a token worthless.")
final class RevokeToken extends LedgerCommand {
  @Parameters(paramLabel = "TOKEN-ID", description = "The token's id, as `token list` shows it.")
  private String id = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    session.api().delete(Resource.of("tokens", id).query("reason", reason));
    session.screen().show(Json.object().put("revoked", id), TokenPage::revoked);
    return ExitCode.DONE;
  }
}
