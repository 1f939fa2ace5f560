package dev.releaseledger.cli.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.ProjectPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Let changes be applied to a project again. */
@Command(name = "unfreeze", description = "Let changes be applied to a project again.")
final class UnfreezeProject extends LedgerCommand {
  @Parameters(paramLabel = "PROJECT", description = "The project.")
  private String project = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  protected ExitCode run(Session session) {
    JsonNode changed =
        session
            .api()
            .post(
                Resource.of("projects", project, "unfreeze"), Body.empty().with("reason", reason));
    session.screen().show(changed, ProjectPage::write);
    return ExitCode.DONE;
  }
}
