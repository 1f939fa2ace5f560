package dev.releaseledger.cli.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.TimelinePage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Show what happened, oldest first. */
@Command(name = "timeline", description = "Show what happened, oldest first.")
public final class Timeline extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many events.")
  private @Nullable Integer limit;

  @Option(
      names = "--after",
      paramLabel = "POSITION",
      description = "Only what came after this position (default: the newest events).")
  private @Nullable Long after;

  @Override
  protected ExitCode run(Session session) {
    Resource timeline =
        Resource.of("timeline")
            .query("project", environment.projectIfNamed(session))
            .query("environment", environment.environmentIfNamed(session))
            .query("limit", limit)
            .query("after", after);
    JsonNode events = session.api().get(timeline);
    session.screen().show(events, TimelinePage::write);
    return ExitCode.DONE;
  }
}
