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

/** Put a rollout off until another day. */
@Command(name = "defer", description = "Put a rollout off until another day.")
final class DeferRollout extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "When to look at it again, like 2026-12-01.")
  private @Nullable String until;

  @Mixin private final SourceOptions source = new SourceOptions();

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  protected ExitCode run(Session session) {
    JsonNode deferred =
        session
            .api()
            .post(
                rollout.resource("defer"),
                source.in(Body.empty()).with("until", until).with("reason", reason));
    session.screen().show(deferred, RolloutPage::write);
    return ExitCode.DONE;
  }
}
