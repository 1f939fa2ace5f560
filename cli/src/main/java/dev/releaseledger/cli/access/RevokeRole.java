package dev.releaseledger.cli.access;

import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.AccessPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Take a role back. */
@Command(name = "revoke", description = "Take a role back.")
final class RevokeRole extends LedgerCommand {
  @Parameters(paramLabel = "GRANT-ID", description = "The grant's id, as `access list` shows it.")
  private String id = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    session.api().delete(Resource.of("bindings", id).query("reason", reason));
    session.screen().show(Json.object().put("revoked", id), AccessPage::revoked);
    return ExitCode.DONE;
  }
}
