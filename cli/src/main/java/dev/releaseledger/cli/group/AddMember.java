package dev.releaseledger.cli.group;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.AccessPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Let an actor into a group. */
@Command(name = "add", description = "Let an actor into a group.")
final class AddMember extends LedgerCommand {
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
    session
        .screen()
        .show(
            session
                .api()
                .post(
                    Resource.of("groups", group, "members"),
                    Body.empty().with("actor", actor).with("reason", reason)),
            AccessPage::added);
    return ExitCode.DONE;
  }
}
