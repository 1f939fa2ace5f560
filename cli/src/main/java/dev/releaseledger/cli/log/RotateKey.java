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

/** Have another key sign the log, beside the one that signs it now. */
@Command(
    name = "rotate",
    description = "Have another key sign the log, and the one before as well until it is retired.")
final class RotateKey extends LedgerCommand {

  @Option(
      names = "--key",
      paramLabel = "VKEY",
      description = "A key whose file the service has already; else one is drawn.")
  private @Nullable String key;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    Body body = Body.empty().with("key", key).with("reason", reason);
    session.screen().show(session.api().post(Resource.of("log", "rotate"), body), LogPage::rotated);
    return ExitCode.DONE;
  }
}
