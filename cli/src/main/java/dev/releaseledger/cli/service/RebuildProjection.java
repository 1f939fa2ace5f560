package dev.releaseledger.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.render.ProjectionPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ProjectionWork;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Make projections anew from the events. */
@Command(
    name = "rebuild",
    description = "Make projections anew from the events, while they are read.")
final class RebuildProjection extends LedgerCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Which one (default: every projection).")
  private @Nullable String name;

  @Override
  protected ExitCode run(Session session) {
    JsonNode built = new ProjectionWork(session, "rebuild").run(name);
    session.screen().show(built, ProjectionPage::rebuilt);
    return ProjectionWork.all(built, "rebuild", "done") ? ExitCode.DONE : ExitCode.ERROR;
  }
}
