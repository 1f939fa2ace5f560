package dev.releaseledger.cli.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.render.DriftPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Show what the last drift check found. */
@Command(name = "show", description = "Show what the last drift check found.")
final class ShowDrift extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Override
  protected ExitCode run(Session session) {
    JsonNode drift = session.api().get(environment.resource(session, "drift"));
    session.screen().show(drift, DriftPage::write);
    return ExitCode.ofDrift(drift);
  }
}
