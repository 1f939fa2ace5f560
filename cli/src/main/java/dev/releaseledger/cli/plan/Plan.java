package dev.releaseledger.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.PlanPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ProgressLine;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Show what would run to bring an environment to a ref; changes nothing. */
@Command(
    name = "plan",
    description = "Show what would run to bring an environment to a ref; changes nothing.")
public final class Plan extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--ref",
      required = true,
      paramLabel = "REF",
      description = "The branch, tag or commit that declares the schema.")
  private String ref = "";

  @Option(
      names = "--detailed-exitcode",
      description = "End with exit code 2 when there are changes.")
  private boolean detailedExitCode;

  @Override
  protected ExitCode run(Session session) {
    JsonNode plan;
    try (ProgressLine progress = session.screen().progress()) {
      progress.say("planning ...");
      plan =
          session.api().post(environment.resource(session, "plan"), Body.empty().with("ref", ref));
    }
    session.screen().show(plan, PlanPage::write);
    boolean changes = plan.path("changes").asInt() > 0 || plan.path("blocked").asBoolean();
    return detailedExitCode && changes ? ExitCode.CHANGES : ExitCode.DONE;
  }
}
