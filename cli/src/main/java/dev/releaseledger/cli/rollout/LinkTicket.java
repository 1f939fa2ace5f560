package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Say where a change comes from. */
@Command(name = "ticket", description = "Say where a change comes from.")
final class LinkTicket extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Parameters(index = "1", paramLabel = "REFERENCE", description = "The ticket, by name or URL.")
  private String reference = "";

  @Option(names = "--pull-request", description = "It is a pull request.")
  private boolean pullRequest;

  @Override
  protected ExitCode run(Session session) {
    return rollout.record(
        session,
        "ticket",
        Body.empty()
            .with("kind", pullRequest ? "pull-request" : "ticket")
            .with("reference", reference));
  }
}
