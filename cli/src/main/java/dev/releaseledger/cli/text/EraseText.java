package dev.releaseledger.cli.text;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.ErasurePage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forget what somebody wrote. */
@Command(
    name = "erase",
    description = {
      "Forget the texts of one event, such as a reason or a comment.",
      "The event stays recorded with their digests, and every proof stays valid."
    })
final class EraseText extends LedgerCommand {
  @Parameters(
      paramLabel = "POSITION",
      description = "The position of the event, as ledgerctl timeline tells it.")
  private long position;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    session
        .screen()
        .show(
            session
                .api()
                .post(
                    Resource.of("texts", Long.toString(position), "erasure"),
                    Body.empty().with("reason", reason)),
            ErasurePage::texts);
    return ExitCode.DONE;
  }
}
