package dev.releaseledger.cli.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.ReleasePage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ProjectOption;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Give an environment the release of another one whose schema it already has. */
@Command(
    name = "promote",
    description = "Give an environment the release of another one whose schema it already has.")
final class PromoteRelease extends LedgerCommand {
  @Mixin private final ProjectOption project = new ProjectOption();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "ENV",
      description = "The environment whose release it is.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "ENV",
      description = "The environment that gets it.")
  private String to = "";

  @Option(
      names = "--release-id",
      paramLabel = "RELEASE",
      description = "Which release (default: the current one).")
  private @Nullable String releaseId;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the ledger.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    JsonNode release =
        session
            .api()
            .post(
                Resource.environment(project.in(session), to, "promote"),
                Body.empty()
                    .with("from", from)
                    .with("releaseId", releaseId)
                    .with("reason", reason));
    session.screen().show(release, ReleasePage::write);
    return ExitCode.DONE;
  }
}
