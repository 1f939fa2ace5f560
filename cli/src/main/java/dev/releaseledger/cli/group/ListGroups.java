package dev.releaseledger.cli.group;

import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.AccessPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** List the groups, or who is in one. */
@Command(name = "list", description = "List the groups, or who is in one.")
final class ListGroups extends LedgerCommand {
  @Parameters(paramLabel = "GROUP", arity = "0..1", description = "Whose members to list.")
  private @Nullable String group;

  @Override
  protected ExitCode run(Session session) {
    if (group == null) {
      session.screen().show(session.api().get(Resource.of("groups")), AccessPage::groups);
    } else {
      session
          .screen()
          .show(session.api().get(Resource.of("groups", group, "members")), AccessPage::members);
    }
    return ExitCode.DONE;
  }
}
