package dev.releaseledger.cli.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.RolloutPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Approve a rollout's plan, exactly as it is. */
@Command(name = "approve", description = "Approve a rollout's plan, exactly as it is.")
final class ApproveRollout extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "The digest of the plan you have read; refused when it is another one.")
  private @Nullable String digest;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the ledger.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    JsonNode approved =
        session
            .api()
            .post(
                rollout.resource("approve"),
                Body.empty().with("digest", digest).with("reason", reason));
    session.screen().show(approved, RolloutPage::write);
    return ExitCode.DONE;
  }
}
