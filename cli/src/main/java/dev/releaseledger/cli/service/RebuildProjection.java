package dev.releaseledger.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.ServicePage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ProgressLine;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Make projections anew from the events. */
@Command(name = "rebuild", description = "Make projections anew from the events.")
final class RebuildProjection extends LedgerCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Which one (default: every projection).")
  private @Nullable String name;

  @Override
  protected ExitCode run(Session session) {
    JsonNode answer;
    try (ProgressLine progress = session.screen().progress()) {
      progress.say("rebuilding ...");
      answer =
          session
              .api()
              .post(Resource.of("projections", "rebuild"), Body.empty().with("name", name));
    }
    session.screen().show(answer, ServicePage::rebuilt);
    return ExitCode.DONE;
  }
}
