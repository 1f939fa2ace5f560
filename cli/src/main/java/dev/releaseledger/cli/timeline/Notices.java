package dev.releaseledger.cli.timeline;

import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.OutputFormat;
import dev.releaseledger.cli.session.Session;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Show what happened that people want to hear of, oldest first. */
@Command(
    name = "notices",
    description = "Show what happened that people want to hear of, oldest first.")
public final class Notices extends LedgerCommand {
  @Mixin private final Entries entries = new Entries();

  @Override
  protected Set<OutputFormat> formats() {
    return Entries.FORMATS;
  }

  @Override
  protected ExitCode run(Session session) {
    return entries.tell(session, "notices", SeverityOption.notice);
  }
}
