package dev.releaseledger.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.PolicyPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Show the policy of an environment, as it holds or once held. */
@Command(
    name = "show",
    description = "Show the policy of an environment, as it holds or once held.")
final class ShowPolicy extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--version",
      paramLabel = "N",
      description = "This version (default: the one that holds).")
  private @Nullable Integer version;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "The one that held then, like 2026-11-21T10:00:00Z.")
  private @Nullable Instant at;

  @Override
  protected ExitCode run(Session session) {
    if (version != null && at != null) {
      throw session.usage("give --version or --at, not both");
    }
    Resource policy =
        environment.resource(session, "policy").query("version", version).query("at", at);
    JsonNode shown = session.api().get(policy);
    session.screen().show(shown, PolicyPage::write);
    return ExitCode.DONE;
  }
}
