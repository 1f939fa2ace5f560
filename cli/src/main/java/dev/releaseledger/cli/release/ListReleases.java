package dev.releaseledger.cli.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.render.ReleasePage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** List an environment's releases, newest first. */
@Command(name = "list", description = "List an environment's releases, newest first.")
final class ListReleases extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
  private @Nullable Integer limit;

  @Override
  protected ExitCode run(Session session) {
    JsonNode releases =
        session.api().get(environment.resource(session, "releases").query("limit", limit));
    session.screen().show(releases, ReleasePage::list);
    return ExitCode.DONE;
  }
}
