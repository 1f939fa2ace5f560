package dev.releaseledger.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.ProjectionPage;
import dev.releaseledger.cli.render.ReplayPage;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.ProjectionWork;
import dev.releaseledger.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Show how everything stood at an earlier moment, from the events alone. */
@Command(
    name = "replay",
    description = "Show how everything stood at an earlier moment, from the events alone.")
public final class Replay extends LedgerCommand {
  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(
      names = "--at",
      paramLabel = "INSTANT|#POSITION|RELEASE|now",
      description = "The moment (default: now).")
  private @Nullable String at;

  @Option(names = "--schema", description = "With the SQL that would make each schema.")
  private boolean schema;

  @Option(
      names = "--verify",
      description = "Instead, make every projection anew and compare it with the live one.")
  private boolean verify;

  @Override
  protected ExitCode run(Session session) {
    return verify ? verify(session) : show(session);
  }

  private ExitCode show(Session session) {
    JsonNode replay =
        session
            .api()
            .get(
                Resource.of("replay")
                    .query("at", at)
                    .query("project", environment.projectIfNamed(session))
                    .query("environment", environment.environmentIfNamed(session))
                    .query("schemas", schema ? "true" : null));
    session.screen().show(replay, ReplayPage::write);
    return ExitCode.DONE;
  }

  private ExitCode verify(Session session) {
    if (at != null || schema) {
      throw session.usage(
          "--verify compares everything as it is now; it takes no --at, no --schema");
    }
    JsonNode verified = new ProjectionWork(session, "verify").run(null);
    session.screen().show(verified, ProjectionPage::verified);
    if (ProjectionWork.any(verified, "verification", "differs")) {
      return ExitCode.UNVERIFIED;
    }
    return ProjectionWork.all(verified, "verification", "same") ? ExitCode.DONE : ExitCode.ERROR;
  }
}
