package dev.releaseledger.cli.log;

import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.LogPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Have the key before sign the log no longer. */
@Command(name = "retire", description = "Have the key before sign the log no longer.")
final class RetireKey extends LedgerCommand {

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private @Nullable String reason;

  @Override
  protected ExitCode run(Session session) {
    Body body = Body.empty().with("reason", reason);
    session.screen().show(session.api().post(Resource.of("log", "retire"), body), LogPage::write);
    return ExitCode.DONE;
  }
}
