package dev.releaseledger.cli.group;

import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.AccessPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Let an actor out of a group. */
@Command(name = "remove", description = "Let an actor out of a group.")
final class RemoveMember extends LedgerCommand {
  @Parameters(paramLabel = "GROUP", description = "The group.")
  private String group = "";

  @Option(
      names = "--actor",
      required = true,
      paramLabel = "NAME",
      description = "The person or service.")
  private String actor = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    session.api().delete(Resource.of("groups", group, "members", actor).query("reason", reason));
    session
        .screen()
        .show(Json.object().put("group", group).put("actorName", actor), AccessPage::removed);
    return ExitCode.DONE;
  }
}
