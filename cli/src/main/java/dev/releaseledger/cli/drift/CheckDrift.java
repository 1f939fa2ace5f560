package dev.releaseledger.cli.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.DriftPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ProgressLine;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Read the database now and compare it with its release. */
@Command(name = "check", description = "Read the database now and compare it with its release.")
final class CheckDrift extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Override
  protected ExitCode run(Session session) {
    JsonNode drift;
    try (ProgressLine progress = session.screen().progress()) {
      progress.say("reading the database ...");
      drift = session.api().post(environment.resource(session, "drift", "check"), Body.empty());
    }
    session.screen().show(drift, DriftPage::write);
    return ExitCode.ofDrift(drift);
  }
}
