package dev.releaseledger.cli.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.RolloutPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Refuse a rollout's plan; it will not be applied. */
@Command(name = "reject", description = "Refuse a rollout's plan; it will not be applied.")
final class RejectRollout extends LedgerCommand {
  @Mixin private final RolloutId rollout = new RolloutId();

  @Mixin private final SourceOptions source = new SourceOptions();

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  protected ExitCode run(Session session) {
    JsonNode ended =
        session
            .api()
            .post(rollout.resource("reject"), source.in(Body.empty()).with("reason", reason));
    session.screen().show(ended, RolloutPage::write);
    return ExitCode.DONE;
  }
}
