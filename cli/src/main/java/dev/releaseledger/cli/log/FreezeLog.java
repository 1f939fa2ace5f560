package dev.releaseledger.cli.log;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.LogPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** End the log, and with it the ledger. */
@Command(
    name = "freeze",
    description = "End the log for good: nothing can be recorded in this ledger any more.")
final class FreezeLog extends LedgerCommand {

  @Option(
      names = "--origin",
      required = true,
      paramLabel = "NAME",
      description = "The name of the log, as log show has it, since this cannot be undone.")
  private String origin = "";

  @Option(
      names = "--compromised",
      description = "A key is in the wrong hands: believe nothing behind what others keep.")
  private boolean compromised;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    Body body =
        Body.empty().with("origin", origin).with("compromised", compromised).with("reason", reason);
    session.screen().show(session.api().post(Resource.of("log", "freeze"), body), LogPage::frozen);
    return ExitCode.DONE;
  }
}
