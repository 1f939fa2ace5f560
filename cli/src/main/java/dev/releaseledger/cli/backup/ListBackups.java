package dev.releaseledger.cli.backup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.render.BackupPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** List the backups of an environment, the youngest record first. */
@Command(
    name = "list",
    description = "List the backups of an environment, the youngest record first.")
final class ListBackups extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Override
  protected ExitCode run(Session session) {
    JsonNode backups = session.api().get(environment.resource(session, "backups"));
    session.screen().show(backups, BackupPage::list);
    return ExitCode.DONE;
  }
}
