package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Take back an approval. */
@Command(name = "withdraw", description = "Take back an approval.")
final class WithdrawApproval extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Option(
      names = "--of",
      paramLabel = "NAME",
      description = "Whose, where it is not your own; an admin may.")
  private @Nullable String of;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  protected ExitCode run(Session session) {
    return rollout.record(session, "withdraw", Body.empty().with("of", of).with("reason", reason));
  }
}
