package dev.releaseledger.cli.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.ReleasePage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Show a release. */
@Command(name = "show", description = "Show a release.")
final class ShowRelease extends LedgerCommand {
  @Parameters(paramLabel = "RELEASE", description = "The release's id, rel_...")
  private String id = "";

  @Override
  protected ExitCode run(Session session) {
    JsonNode release = session.api().get(Resource.of("releases", id));
    session.screen().show(release, ReleasePage::write);
    return ExitCode.DONE;
  }
}
