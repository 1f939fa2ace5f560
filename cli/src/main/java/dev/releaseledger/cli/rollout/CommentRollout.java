package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Say something about a plan, without deciding. */
@Command(name = "comment", description = "Say something about a plan, without deciding.")
final class CommentRollout extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Parameters(index = "1", paramLabel = "TEXT", description = "What there is to say.")
  private String comment = "";

  @Override
  protected ExitCode run(Session session) {
    return rollout.record(session, "comment", Body.empty().with("comment", comment));
  }
}
