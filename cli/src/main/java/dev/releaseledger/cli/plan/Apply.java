package dev.releaseledger.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Body;
import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.rollout.ArtifactOption;
import dev.releaseledger.cli.rollout.RolloutWatch;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.PointInTime;
import dev.releaseledger.cli.session.ProgressLine;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.TriggerOption;
import java.time.Instant;
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
      names = "--at",
      paramLabel = "INSTANT",
      converter = PointInTime.class,
      description = "When to run it, like 2026-12-01T22:00+01:00 (default: now).")
  private @Nullable Instant at;

  @Option(
      names = "--emergency",
      description = "Go past the approvals; somebody else has to review it afterwards.")
  private boolean emergency;

  @Option(
      names = "--backfill",
      paramLabel = "TEXT",
      description = "What has to be filled in afterwards, before the change is complete.")
  private @Nullable String backfill;

  @Mixin private final TriggerOption trigger = new TriggerOption();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the ledger.")
  private @Nullable String reason;

  @Mixin private final ArtifactOption artifacts = new ArtifactOption();

  @Option(names = "--no-wait", description = "Do not wait for the statements to finish.")
  private boolean noWait;

  @Override
  protected ExitCode run(Session session) {
    requireSense(session);
    JsonNode answer;
    try (ProgressLine progress = session.screen().progress()) {
      progress.say(dryRun ? "planning ..." : "planning and applying ...");
      answer = session.api().post(environment.resource(session, "apply"), body());
    } catch (LedgerProblem refused) {
      // What was refused is evidence as well.
      artifacts.writeBeside(session, refused.problem().extra("rolloutId").asText(""));
      throw refused;
    }
    ExitCode end = new RolloutWatch(session).show(answer, noWait);
    String rollout = answer.path("rollout").path("id").asText("");
    if (end == ExitCode.DONE) {
      artifacts.write(session, rollout);
    } else {
      artifacts.writeBeside(session, rollout);
    }
    return end;
  }

  private void requireSense(Session session) {
    if (emergency && at != null) {
      throw session.usage("--emergency is for what cannot wait; leave --at out");
    }
    if (emergency && reason == null) {
      throw session.usage("--emergency needs --reason: why it cannot wait for the approvals");
    }
  }

  private Body body() {
    return Body.empty()
        .with("ref", ref)
        .with("only", List.of(only.name()))
        .with("dryRun", dryRun)
        .with("force", force)
        .with("emergency", emergency)
        .with("at", at)
        .with("backfill", backfill)
        .with("trigger", trigger.word())
        .with("reason", reason);
  }

  private enum Part {
    schema
  }
}
