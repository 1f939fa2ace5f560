package dev.releaseledger.cli.standards;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.StandardsPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ProgressLine;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Show where a ref is not as the project's standards say. */
@Command(
    name = "check",
    description = "Show where a ref is not as the project's standards say; changes nothing.")
final class CheckStandards extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--ref",
      required = true,
      paramLabel = "REF",
      description = "The branch, tag or commit that declares the schema and its standards.")
  private String ref = "";

  @Option(
      names = "--all",
      description = "Look at all that is declared, not only at what a plan would bring.")
  private boolean all;

  @Override
  protected ExitCode run(Session session) {
    Body body = Body.empty().with("ref", ref).with("all", all);
    JsonNode check;
    try (ProgressLine progress = session.screen().progress()) {
      progress.say("reading the declaration ...");
      check = session.api().post(environment.resource(session, "standards", "check"), body);
    }
    session.screen().show(check, StandardsPage::write);
    return check.path("errors").asInt() > 0 ? ExitCode.REFUSED : ExitCode.DONE;
  }
}
