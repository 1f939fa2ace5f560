package dev.releaseledger.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.render.ApplyPage;
import dev.releaseledger.cli.rollout.RolloutWatch;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ProgressLine;
import dev.releaseledger.cli.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Bring an environment to a ref: plan, check, apply, release. */
@Command(
    name = "apply",
    description = "Bring an environment to a ref: plan, check, apply, release.")
public final class Apply extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--ref",
      required = true,
      paramLabel = "REF",
      description = "The branch, tag or commit that declares the schema.")
  private String ref = "";

  @Option(
      names = "--only",
      paramLabel = "PART",
      description = "What to apply; the schema is all there is (default: schema).")
  private Part only = Part.schema;

  @Option(names = "--dry-run", description = "Stop before anything is changed.")
  private boolean dryRun;

  @Option(names = "--force", description = "Allow destructive steps; approvals still count.")
  private boolean force;

  @Option(
      names = "--trigger",
      paramLabel = "manual|pipeline|deploy",
      description = "What asked for it (default ${DEFAULT-VALUE}).")
  private Trigger trigger = Trigger.manual;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the ledger.")
  private @Nullable String reason;

  @Option(names = "--no-wait", description = "Do not wait for the statements to finish.")
  private boolean noWait;

  @Override
  protected ExitCode run(Session session) {
    JsonNode answer;
    try (ProgressLine progress = session.screen().progress()) {
      progress.say(dryRun ? "planning ..." : "planning and applying ...");
      answer = session.api().post(environment.resource(session, "apply"), body());
    }
    JsonNode end = noWait ? answer : new RolloutWatch(session).end(answer);
    session.screen().show(end, ApplyPage::write);
    return ExitCode.ofApply(end);
  }

  private Body body() {
    return Body.empty()
        .with("ref", ref)
        .with("only", List.of(only.name()))
        .with("dryRun", dryRun)
        .with("force", force)
        .with("trigger", trigger.name())
        .with("reason", reason);
  }

  private enum Part {
    schema
  }

  private enum Trigger {
    manual,
    pipeline,
    deploy
  }
}
