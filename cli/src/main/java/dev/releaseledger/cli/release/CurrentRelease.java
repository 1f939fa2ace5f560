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

/** Show the release an environment is on. */
@Command(name = "current", description = "Show the release an environment is on.")
final class CurrentRelease extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--at",
      paramLabel = "INSTANT|#POSITION|RELEASE",
      description = "The one that it was on then (default: now).")
  private @Nullable String at;

  @Override
  protected ExitCode run(Session session) {
    JsonNode release =
        session.api().get(environment.resource(session, "releases", "current").query("at", at));
    session.screen().show(release, ReleasePage::write);
    return ExitCode.DONE;
  }
}
