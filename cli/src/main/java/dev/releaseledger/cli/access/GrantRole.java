package dev.releaseledger.cli.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.AccessPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Role;
import dev.releaseledger.cli.session.ScopeOption;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Give an actor or a group a role. */
@Command(
    name = "grant",
    description = "Give an actor or a group a role: everywhere, or where it is said.")
final class GrantRole extends LedgerCommand {
  @ArgGroup(multiplicity = "1")
  private final Whom whom = new Whom();

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "${COMPLETION-CANDIDATES}.")
  private Role role = Role.viewer;

  @Mixin private final ScopeOption scope = new ScopeOption();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    Body body =
        Body.empty()
            .with("actor", whom.actor)
            .with("group", whom.group)
            .with("role", role.name())
            .with("reason", reason);
    JsonNode granted = session.api().post(Resource.of("bindings"), scope.in(body));
    session.screen().show(granted, AccessPage::granted);
    return ExitCode.DONE;
  }

  private static final class Whom {
    @Option(names = "--actor", paramLabel = "NAME", description = "The person or service.")
    private @Nullable String actor;

    @Option(names = "--group", paramLabel = "GROUP", description = "Everybody in the group.")
    private @Nullable String group;
  }
}
