package dev.releaseledger.cli.context;

import dev.releaseledger.cli.render.ContextPage;
import dev.releaseledger.cli.session.Context;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps settings, so that the commands that follow may leave them unsaid. */
@Command(
    name = "set",
    description = "Keep --server, --token, --project or --env for the commands that follow.")
final class SetContext extends LedgerCommand {

  @Option(names = "--project", paramLabel = "PROJECT", description = "The project to act on.")
  private @Nullable String project;

  @Option(names = "--env", paramLabel = "ENV", description = "The environment to act on.")
  private @Nullable String environment;

  @Override
  protected ExitCode run(Session session) {
    String server = session.settings().serverFlag();
    String token = session.settings().tokenFlag();
    if (server == null && token == null && project == null && environment == null) {
      throw session.usage("nothing to set: give --server, --token, --project or --env");
    }
    Context old = session.contextFile().read();
    session
        .contextFile()
        .write(
            new Context(
                or(server, old.server()),
                or(token, old.token()),
                or(project, old.project()),
                or(environment, old.environment()),
                old.marks(),
                old.logins()));
    session.screen().show(CurrentContext.of(session), ContextPage::write);
    return ExitCode.DONE;
  }

  private static @Nullable String or(@Nullable String said, @Nullable String before) {
    return said != null ? said : before;
  }
}
