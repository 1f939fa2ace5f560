package dev.releaseledger.cli.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.RolloutPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** List rollouts, newest first. */
@Command(name = "list", description = "List rollouts, newest first.")
final class ListRollouts extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only those in this status, for instance proposed.")
  private @Nullable String status;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
  private @Nullable Integer limit;

  @Override
  protected ExitCode run(Session session) {
    Resource rollouts =
        Resource.of("rollouts")
            .query("project", environment.projectIfNamed(session))
            .query("environment", environment.environmentIfNamed(session))
            .query("status", status)
            .query("limit", limit);
    JsonNode list = session.api().get(rollouts);
    session.screen().show(list, RolloutPage::list);
    return ExitCode.DONE;
  }
}
