package dev.releaseledger.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.PlanPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.OutputFormat;
import dev.releaseledger.cli.session.PlanOutput;
import dev.releaseledger.cli.session.ProgressLine;
import dev.releaseledger.cli.session.Session;
import java.util.Set;
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

  @Option(
      names = "--no-rehearsal",
      description =
          "Do not run the plan on a scratch copy, so that nothing is measured and no undo is"
              + " proven.")
  private boolean unrehearsed;

  @Override
  protected Set<OutputFormat> formats() {
    return PlanOutput.FORMATS;
  }

  @Override
  protected ExitCode run(Session session) {
    Body body = Body.empty().with("ref", ref).with("rehearse", !unrehearsed);
    JsonNode plan;
    try (ProgressLine progress = session.screen().progress()) {
      progress.say(unrehearsed ? "planning ..." : "planning and rehearsing ...");
      plan = session.api().post(environment.resource(session, "plan"), body);
    }
    session.screen().show(plan, PlanOutput.of(session, PlanPage::write));
    boolean changes = plan.path("changes").asInt() > 0 || plan.path("blocked").asBoolean();
    return detailedExitCode && changes ? ExitCode.CHANGES : ExitCode.DONE;
  }
}
