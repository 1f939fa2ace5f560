package dev.releaseledger.cli.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.RolloutPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

  @Option(
      names = "--reference",
      paramLabel = "REFERENCE",
      description = "Where the decision is written down.")
  private @Nullable String reference;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      description = "Where it was made, for instance chat.")
  private @Nullable String channel;

  @ArgGroup private SignatureOption signature = new SignatureOption();

  @Mixin private final ArtifactOption artifacts = new ArtifactOption();

  @Override
  protected ExitCode run(Session session) {
    // The service has to take the yes for the very digest that is signed.
    String approved = digest == null && signature.isMadeHere() ? digestNow(session) : digest;
    Body yes =
        Body.empty()
            .with("digest", approved)
            .with("reason", reason)
            .with("reference", reference)
            .with("channel", channel)
            .with("signature", signature.of(approved, session));
    JsonNode answer = session.api().post(rollout.resource("approve"), yes);
    session.screen().show(answer, RolloutPage::write);
    artifacts.write(session, rollout.id());
    return ExitCode.DONE;
  }

  private String digestNow(Session session) {
    return session.api().get(Resource.of("rollouts", rollout.id())).path("planDigest").asText();
  }
}
