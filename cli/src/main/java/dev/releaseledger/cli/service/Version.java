package dev.releaseledger.cli.service;

import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.render.ServicePage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** Show this program's version. */
@Command(name = "version", description = "Show this program's version.")
public final class Version extends LedgerCommand {
  @Override
  protected ExitCode run(Session session) {
    session.screen().show(Json.object().put("version", BuildVersion.get()), ServicePage::version);
    return ExitCode.DONE;
  }
}
